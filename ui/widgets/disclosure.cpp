#include "disclosure.h"

#include "ui/theme/buttonkind.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QStyleOption>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

/// Checkable, but without the look of a pressed button: the arrow says it.
class DisclosureButton : public QToolButton {
public:
    using QToolButton::QToolButton;

protected:
    void initStyleOption(QStyleOptionToolButton *option) const override
    {
        QToolButton::initStyleOption(option);
        option->state &= ~QStyle::State_On;
    }
};

} // namespace

Disclosure::Disclosure(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_button(new DisclosureButton(this))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    setKind(m_button, ButtonKind::Ghost);
    setCompact(m_button);
    m_button->setText(title);
    m_button->setCheckable(true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_button->setAttribute(
        Qt::WA_LayoutUsesWidgetRect); // with its ring, below which nothing may follow
    m_column->addWidget(m_button, 0, Qt::AlignLeft);
    connect(m_button, &QToolButton::toggled, this, [this](bool on) {
        reveal(on);
        Q_EMIT expandedChanged(on);
    });
    reveal(false);
}

void Disclosure::setContent(QWidget *content)
{
    delete m_content;
    m_content = content;
    m_column->addWidget(content);
    reveal(isExpanded());
}

bool Disclosure::isExpanded() const
{
    return m_button->isChecked();
}

void Disclosure::setExpanded(bool expanded)
{
    m_button->setChecked(expanded);
}

void Disclosure::reveal(bool expanded)
{
    m_button->setIcon(themeOf(this).icon(expanded ? u"chevron-down"_s : u"chevron-right"_s));
    if (m_content) {
        m_content->setVisible(expanded);
    }
}

} // namespace keyway
