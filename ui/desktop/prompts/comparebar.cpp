#include "comparebar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QtGui/QKeySequence>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
enum Mode { Chat, Compare };
} // namespace

CompareBar::CompareBar(QWidget *parent)
    : QWidget(parent)
    , m_names(new QPushButton(tr("Hide names"), this))
    , m_modes(new SegmentedControl(this))
{
    m_names->setCheckable(true);
    m_names->setIcon(themeOf(this).icon(u"eye-off"_s));
    m_names->setToolTip(tr("Model, time and cost are covered until you keep one of the answers."));
    m_names->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_names->hide();
    m_modes->setAccessibleName(tr("One answer or several"));
    m_modes->addSegment(tr("Chat"), u"prompts"_s);
    const int compare = m_modes->addSegment(tr("Compare"), u"compare"_s);
    m_modes->segment(compare)->setToolTip(
        tr("The same prompt to several models (%1)")
            .arg(QKeySequence(u"Ctrl+Shift+M"_s).toString(QKeySequence::NativeText)));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(3, 3, 3, 3); // for the focus ring
    row->setSpacing(10);
    row->addWidget(m_names);
    row->addWidget(m_modes);
    connect(m_names, &QPushButton::toggled, this, &CompareBar::changed);
    connect(m_modes, &SegmentedControl::currentChanged, this, [this](int mode) {
        m_names->setVisible(mode == Compare);
        Q_EMIT changed();
    });
}

bool CompareBar::isComparing() const
{
    return m_modes->current() == Compare;
}

void CompareBar::setComparing(bool comparing)
{
    m_modes->setCurrent(comparing ? Compare : Chat);
    m_names->setVisible(comparing);
}

bool CompareBar::areNamesHidden() const
{
    return m_names->isChecked();
}

} // namespace keyway
