#pragma once

#include "ui/admin/adminpage.h"

#include <QtCore/QHash>

class QComboBox;

namespace keyway {

class AdminTable;
class GroupBars;
class TitledCard;

/// How many people use what, when they do, what they spend and whether they come back: whole months
/// that have ended, and no group that is a handful of people.
class AnalyticsPage : public AdminPage {
    Q_OBJECT
public:
    AnalyticsPage(AdminBackend *backend, const QHash<QString, QString> &serviceNames,
                  std::function<QDateTime()> now, QWidget *parent = nullptr);

    void reload() override;
    QWidget *firstFocus() const override;

    QComboBox *month() const { return m_month; }
    GroupBars *services() const { return m_services; }
    GroupBars *models() const { return m_models; }
    GroupBars *hours() const { return m_hours; }
    GroupBars *weekdays() const { return m_weekdays; }
    GroupBars *spending() const { return m_spending; }
    AdminTable *cohorts() const { return m_cohorts; }

protected:
    void drop() override;

private:
    TitledCard *addCard(QBoxLayout *row, const QString &title, QWidget *inside);
    void show(const PeopleFigures &figures);
    void fillTimes(const PeopleFigures &figures);
    void fillSpending(const PeopleFigures &figures);
    void fillCohorts(const PeopleFigures &figures);

    const QHash<QString, QString> m_names;
    const std::function<QDateTime()> m_now;
    QComboBox *m_month;
    Banner *m_promise;
    GroupBars *m_services, *m_models, *m_hours, *m_weekdays, *m_spending;
    AdminTable *m_cohorts;
    TitledCard *m_servicesCard;
    int m_asked = 0;
};

} // namespace keyway
