#pragma once

#include "ui/desktop/integrations/firstservices.h"

#include <QtWidgets/QPushButton>

namespace keyway {

/// A service to be added, as one wide button with its tile, kinds and an arrow.
class ServiceButton : public QPushButton {
    Q_OBJECT
public:
    explicit ServiceButton(QWidget *parent = nullptr);
    void setOffer(const ServiceOffer &offer);
    const ServiceOffer &offer() const { return m_offer; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ServiceOffer m_offer;
};

} // namespace keyway
