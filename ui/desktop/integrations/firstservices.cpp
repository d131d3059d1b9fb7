#include "firstservices.h"

#include "ui/desktop/integrations/servicebutton.h"
#include "ui/widgets/reflowlayout.h"

#include <QtWidgets/QPushButton>

namespace keyway {
namespace {
constexpr int GridWidth = 618;
} // namespace

FirstServices::FirstServices(QWidget *parent)
    : QScrollArea(parent)
    , m_state(new EmptyState)
    , m_grid(new QWidget(m_state))
    , m_layout(new ReflowLayout(286, 2, 6, 6, m_grid))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("First services"));
    setWidget(m_state);
    m_state->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    m_state->setMessage(
        tr("Add your first service"),
        tr("Bring a key you already have, or start with a service that costs nothing. "
           "You can change or remove it at any time."));
    m_grid->setFixedWidth(GridWidth);
    m_state->setMiddle(m_grid);
    QPushButton *all = m_state->addButton(tr("See all services"));
    connect(all, &QPushButton::clicked, this, [this] { Q_EMIT chosen({}); });
}

void FirstServices::setOffers(const QList<ServiceOffer> &offers)
{
    m_announced = true;
    while (m_choices.size() > offers.size())
        delete m_choices.takeLast();
    for (qsizetype i = 0; i < offers.size(); ++i) {
        if (i == m_choices.size()) {
            auto *button = new ServiceButton(m_grid);
            m_layout->insertWidget(static_cast<int>(i), button);
            connect(button, &ServiceButton::clicked, this,
                    [this, button] { Q_EMIT chosen(button->offer().id); });
            m_choices += button;
            button->show();
        }
        m_choices.at(i)->setOffer(offers.at(i));
    }
    m_grid->setFixedHeight(m_layout->heightForWidth(GridWidth));
}

} // namespace keyway
