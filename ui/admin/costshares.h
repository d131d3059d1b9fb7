#pragma once

#include "core/client/adminvalues.h"

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

class QGridLayout;

namespace keyway {

/// What was routed to each service: its tile and name, a bar, the amount and its share, the
/// dearest first.
class CostShares : public QWidget {
    Q_OBJECT
public:
    /// `names` of services, by id.
    CostShares(const QHash<QString, QString> &names, QWidget *parent = nullptr);
    void setServices(const QList<NamedSums> &services, Money total);

private:
    const QHash<QString, QString> m_names;
    QGridLayout *m_grid;
};

} // namespace keyway
