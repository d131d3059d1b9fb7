#include "settinggroup.h"

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace keyway {

SettingRow::SettingRow(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(title, TextStyle::Body, Token::TextPrimary, this))
    , m_explanation(new TextLabel({}, TextStyle::Small, Token::TextMuted, this))
    , m_problem(new TextLabel({}, TextStyle::Small, Token::DangerText, this))
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(17, 11, 17, 11);
    m_row->setSpacing(10);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch(1);
    m_title->setWeight(QFont::Medium);
    for (TextLabel *label : {m_title, m_explanation, m_problem}) {
        label->setWordWrap(true);
        words->addWidget(label);
    }
    words->addStretch(1);
    m_row->addLayout(words, 1);
    m_explanation->hide();
    m_problem->hide();
}

QString SettingRow::title() const
{
    return m_title->text();
}

void SettingRow::setTitle(const QString &title)
{
    m_title->setText(title);
}

QString SettingRow::explanation() const
{
    return m_explanation->text();
}

void SettingRow::setExplanation(const QString &text)
{
    m_explanation->setText(text);
    m_explanation->setVisible(!text.isEmpty());
}

void SettingRow::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

QString SettingRow::problem() const
{
    return m_problem->text();
}

void SettingRow::addControl(QWidget *control)
{
    m_row->addWidget(control, 0, Qt::AlignVCenter);
}

void SettingRow::setMark(QWidget *mark)
{
    m_row->insertWidget(0, mark, 0, Qt::AlignVCenter);
}

void SettingRow::setLine(bool line)
{
    m_line = line;
    update();
}

bool SettingRow::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
        Q_EMIT shownOrHidden();
    return handled;
}

void SettingRow::paintEvent(QPaintEvent *)
{
    if (!m_line)
        return;
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, themeOf(this).color(Token::BorderSubtle));
}

SettingGroup::SettingGroup(const QString &heading, QWidget *parent)
    : QWidget(parent)
    , m_card(new CardFrame(this))
    , m_column(new QVBoxLayout(m_card))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(7);
    auto *title = new TextLabel(heading, TextStyle::Body, Token::TextPrimary, this);
    title->setWeight(QFont::DemiBold);
    title->setIndent(2);
    column->addWidget(title);
    m_card->setAccessibleName(heading);
    m_column->setContentsMargins(0, 1, 0, 1);
    m_column->setSpacing(0);
    column->addWidget(m_card);
}

SettingRow *SettingGroup::addRow(const QString &title)
{
    auto *row = new SettingRow(title, m_card);
    m_rows.append(row);
    m_column->addWidget(row);
    connect(row, &SettingRow::shownOrHidden, this, &SettingGroup::arrange);
    arrange();
    return row;
}

void SettingGroup::removeRow(SettingRow *row)
{
    m_rows.removeOne(row);
    m_column->removeWidget(row);
    row->hide();
    // It may be the one whose button was pressed.
    row->deleteLater();
    arrange();
}

void SettingGroup::arrange()
{
    bool first = true;
    for (SettingRow *row : std::as_const(m_rows)) {
        if (row->isHidden())
            continue;
        row->setLine(!first);
        first = false;
    }
}

} // namespace keyway
