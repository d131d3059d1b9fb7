#include "sectionpage.h"

#include "ui/theme/textscale.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/scrollpage.h"

namespace keyway {
namespace {
constexpr int WidestContent = 760;
} // namespace

SectionPage::SectionPage(QWidget *parent)
    : Page(parent)
    , m_scroll(new ScrollPage(this))
{
}

void SectionPage::setParts(PageHeader *header, QWidget *content)
{
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    Page::setParts(header, m_scroll);
}

void SectionPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const int side = qMax(margin(), (width() - forText(WidestContent)) / 2);
    m_scroll->setMargins({side, 12, side, 24});
    header()->setSides(side);
}

} // namespace keyway
