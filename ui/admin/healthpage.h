#pragma once

#include "core/client/servicehealth.h"
#include "ui/admin/adminpage.h"

#include <QtCore/QHash>

namespace keyway {

class AdminTable;
class LineChart;
class TextLabel;
class TitledCard;

/// How services do, as applications report it without saying whose they are: the state now, a day
/// in hours, answers and times; one service in detail.
class HealthPage : public AdminPage {
    Q_OBJECT
public:
    HealthPage(AdminBackend *backend, const QHash<QString, QString> &serviceNames,
               std::function<QDateTime()> now, QWidget *parent = nullptr);

    void reload() override;
    QWidget *firstFocus() const override;

    AdminTable *table() const { return m_table; }
    TitledCard *hoursCard() const { return m_hoursCard; }
    TextLabel *outcomes() const { return m_outcomes; }

protected:
    void drop() override;

private:
    void fill();
    void fillRow(int row, const ServiceHealth &service);
    void showService(int row);
    QString nameOfService(const QString &id) const { return m_names.value(id, id); }

    const QHash<QString, QString> m_names;
    const std::function<QDateTime()> m_now;
    QList<ServiceHealth> m_services; ///< those in trouble first
    AdminTable *m_table;
    TitledCard *m_hoursCard, *m_outcomesCard;
    LineChart *m_chart;
    TextLabel *m_outcomes;
    QString m_chosen;
};

} // namespace keyway
