#include "sidepickers.h"

#include "ui/desktop/prompts/servicebox.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QHBoxLayout>

#include <algorithm>

namespace keyway {

SidePickers::SidePickers(QWidget *parent)
    : QWidget(parent)
    , m_boxes{new ServiceBox({}, this), new ServiceBox({}, this),
              new ServiceBox(tr("Nobody else"), this)}
{
    setAccessibleName(tr("Models to compare"));
    const QStringList names{tr("First model"), tr("Second model"), tr("Third model")};
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        ServiceBox *box = m_boxes[i];
        box->setAccessibleName(names.at(qsizetype(i)));
        row->addWidget(box);
        connect(box, &QComboBox::currentIndexChanged, this, &SidePickers::changed);
    }
    m_boxes.back()->hide();
}

void SidePickers::setServices(const ServicesValue &services)
{
    const bool first = m_integrations.isEmpty();
    m_integrations = services.integrations;
    for (ServiceBox *box : m_boxes)
        box->setServices(services);
    if (first)
        chooseFirstTwo();
}

void SidePickers::chooseFirstTwo()
{
    // Of two services, where there are two.
    ServiceBox *second = m_boxes[1];
    int other = 1;
    while (other < second->count() && second->itemData(other) == m_boxes[0]->itemData(0))
        ++other;
    second->setCurrentIndex(other < second->count() ? other : std::min(1, second->count() - 1));
}

QList<engine::ComparedSide> SidePickers::sides() const
{
    QList<engine::ComparedSide> chosen;
    for (const ServiceBox *box : m_boxes) {
        const auto id = box->integration();
        const auto known = std::find_if(
            m_integrations.cbegin(), m_integrations.cend(),
            [&id](const engine::IntegrationSummary &one) { return one.integration.id == id; });
        if (!id || (box == m_boxes.back() && !m_roomForThree) || known == m_integrations.cend())
            continue;
        const Integration &integration = known->integration;
        chosen.append({static_cast<int>(chosen.size()), integration.id, integration.name,
                       integration.service,
                       box->model().isEmpty() ? integration.model : box->model(), false});
    }
    return chosen;
}

void SidePickers::setSides(const QList<engine::ComparedSide> &sides)
{
    if (sides.isEmpty() || sides == this->sides())
        return;
    const QSignalBlocker quiet(this);
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        const engine::ComparedSide side = sides.value(qsizetype(i));
        const auto known = std::find_if(m_integrations.cbegin(), m_integrations.cend(),
                                        [&side](const engine::IntegrationSummary &one) {
                                            return one.integration.id == side.integration;
                                        });
        if (known != m_integrations.cend()) {
            const bool own = known->integration.model == side.model;
            m_boxes[i]->choose(side.integration, own ? QString() : side.model);
        } else if (i == 2) {
            m_boxes[i]->setCurrentIndex(0);
        }
    }
}

void SidePickers::setRoomForThree(bool room)
{
    if (m_roomForThree == room)
        return;
    m_roomForThree = room;
    m_boxes.back()->setVisible(room);
    Q_EMIT changed();
}

} // namespace keyway
