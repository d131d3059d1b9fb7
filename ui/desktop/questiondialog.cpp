#include "questiondialog.h"

#include "ui/theme/textscale.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tiles.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace keyway {

QuestionDialog::QuestionDialog(const QString &question, QWidget *parent)
    : Dialog(parent)
    , m_column(new QVBoxLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyway"));
    setAccessibleName(question);
    auto *content = new QWidget;
    auto *row = new QHBoxLayout(content);
    row->setSpacing(16);
    m_tile = new ProviderTile({}, 44, content);
    m_tile->hide();
    row->addWidget(m_tile, 0, Qt::AlignTop);
    m_column->setSpacing(8);
    auto *title = new TextLabel(question, TextStyle::Heading, Token::TextPrimary, content);
    title->setWordWrap(true);
    m_column->addWidget(title);
    row->addLayout(m_column, 1);
    setContent(content);
    setMinimumWidth(forText(470));
}

void QuestionDialog::setService(const QString &id, const QString &name)
{
    m_tile->setService(id, name);
    m_tile->show();
}

void QuestionDialog::addParagraph(const QString &text)
{
    auto *label = new TextLabel(text, TextStyle::Body, Token::TextSecondary, content());
    label->setWordWrap(true);
    m_column->addWidget(label);
}

QCheckBox *QuestionDialog::addCheckBox(const QString &text)
{
    auto *box = new QCheckBox(text, content());
    m_column->addSpacing(2);
    m_column->addWidget(box);
    return box;
}

QPushButton *QuestionDialog::addAnswer(const QString &id, const QString &text, ButtonKind kind)
{
    QPushButton *button = addButton(text, kind);
    if (!m_safeButton) {
        m_safeButton = button;
        m_safe = id;
    }
    connect(button, &QPushButton::clicked, this, [this, id] { answer(id); });
    return button;
}

void QuestionDialog::showEvent(QShowEvent *event)
{
    Dialog::showEvent(event);
    if (m_safeButton) {
        setDefaultButton(m_safeButton);
        m_safeButton->setFocus(Qt::OtherFocusReason);
    }
    m_column->addStretch(1);
    adjustSize();
}

void QuestionDialog::reject()
{
    answer(m_safe);
}

void QuestionDialog::answer(const QString &id)
{
    if (m_done)
        return;
    m_done = true;
    Q_EMIT answered(id);
    Dialog::reject();
}

} // namespace keyway
