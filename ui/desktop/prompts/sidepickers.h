#pragma once

#include "ui/desktop/prompts/promptvalues.h"

#include <QtWidgets/QWidget>

#include <array>

namespace keyway {

class ServiceBox;

/// Whom the next prompt is compared between: two lists of models, and a third where there is room.
class SidePickers : public QWidget {
    Q_OBJECT
public:
    explicit SidePickers(QWidget *parent = nullptr);
    void setServices(const ServicesValue &services);
    /// Those that are chosen, each at its place; fewer than two where there is nobody to compare.
    QList<engine::ComparedSide> sides() const;
    /// None: the first two.
    void setSides(const QList<engine::ComparedSide> &sides);
    void setRoomForThree(bool room);
    ServiceBox *box(int place) const { return m_boxes.at(std::size_t(place)); }

Q_SIGNALS:
    void changed();

private:
    void chooseFirstTwo();

    QList<engine::IntegrationSummary> m_integrations;
    std::array<ServiceBox *, 3> m_boxes;
    bool m_roomForThree = false;
};

} // namespace keyway
