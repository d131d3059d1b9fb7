#include "searchfield.h"

#include "ui/theme/theme.h"

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {
constexpr int NarrowWindow = 1000;
}

SearchField::SearchField(const QString &placeholder, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_button(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 3, 0, 3);
    row->addWidget(m_edit);
    row->addWidget(m_button);
    m_edit->setPlaceholderText(placeholder);
    m_edit->setAccessibleName(placeholder);
    m_edit->setMinimumWidth(190);
    QAction *lens = m_edit->addAction(themeOf(this).icon(u"search"_s, Token::TextMuted),
                                      QLineEdit::LeadingPosition);
    lens->setText(placeholder);
    connect(lens, &QAction::triggered, this, &SearchField::activate);
    m_edit->installEventFilter(this);
    m_button->setIcon(themeOf(this).icon(u"search"_s));
    m_button->setAccessibleName(placeholder);
    m_button->setToolTip(placeholder);
    m_button->hide();
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_edit, &QLineEdit::textChanged, this, &SearchField::textChanged);
    connect(m_button, &QPushButton::clicked, this, &SearchField::activate);
}

QString SearchField::text() const
{
    return m_edit->text();
}

void SearchField::setText(const QString &text)
{
    m_edit->setText(text);
    adapt();
}

void SearchField::setCollapsible(bool collapsible)
{
    m_collapsible = collapsible;
    setSizePolicy(collapsible ? QSizePolicy::Fixed : QSizePolicy::Expanding, QSizePolicy::Fixed);
    adapt();
}

bool SearchField::isCollapsed() const
{
    return m_edit->isHidden();
}

void SearchField::activate()
{
    m_opened = true;
    adapt();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void SearchField::adapt()
{
    const bool narrow = m_collapsible && window()->width() < NarrowWindow;
    const bool field = !narrow || m_opened || !m_edit->text().isEmpty();
    m_edit->setVisible(field);
    m_button->setVisible(!field);
    // The button has its focus ring around it, the field inside.
    const int side = field ? 0 : 3;
    layout()->setContentsMargins(side, 3, side, 3);
}

bool SearchField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::FocusOut) {
        m_opened = false;
        adapt();
    } else if (watched == m_edit && event->type() == QEvent::KeyPress
               && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        if (!m_edit->text().isEmpty()) {
            m_edit->clear();
            return true;
        }
        if (m_opened && m_collapsible) {
            m_edit->clearFocus();
            return true;
        }
    } else if (watched == window() && event->type() == QEvent::Resize) {
        adapt();
    }
    return QWidget::eventFilter(watched, event);
}

void SearchField::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // Installing a filter again only moves it to the front.
    window()->installEventFilter(this);
    adapt();
}

} // namespace keyway
