#pragma once

#include "core/client/servicehealth.h"
#include "ui/admin/adminpage.h"

#include <QtCore/QHash>

class QComboBox;
class QVBoxLayout;

namespace keyway {

class AdminTable;
class CostShares;
class FigureCard;
class LineChart;
class ReflowLayout;
class TitledCard;

/// The platform at a glance: accounts, requests, costs routed, fees, answered; by day, by plan, by
/// service; and what needs a look.
class StatisticsPage : public AdminPage {
    Q_OBJECT
public:
    /// `now` gives the time in UTC, by which the server counts days.
    StatisticsPage(AdminBackend *backend, const QHash<QString, QString> &serviceNames,
                   std::function<QDateTime()> now, QWidget *parent = nullptr);

    void reload() override;
    QWidget *firstFocus() const override;
    /// May also look whether the records of what was done are whole.
    void setMayAudit(bool may) { m_mayAudit = may; }

    QComboBox *period() const { return m_period; }
    FigureCard *card(int index) const { return m_cards.at(index); }
    LineChart *chart() const { return m_chart; }
    AdminTable *plans() const { return m_plans; }
    /// What needs a look, one sentence each.
    QStringList looks() const { return m_lookWords; }

protected:
    void drop() override;

private:
    struct Period {
        QDate from, to, previousFrom, previousTo;
        bool ended = false; ///< so that it may be compared
    };
    Period chosen() const;
    void makeParts();
    void movePeriod(int step);
    void show(const PlatformFigures &figures);
    void compare(const PlatformFigures &before);
    void fillDays();
    void fillPlans();
    void fillLooks();
    void addLook(const QString &title, const QString &text);

    const QHash<QString, QString> m_names;
    const std::function<QDateTime()> m_now;
    bool m_mayAudit = false;
    PlatformFigures m_figures;
    QList<ServiceHealth> m_health;
    std::optional<AuditVerdict> m_audit;
    QComboBox *m_period;
    ReflowLayout *m_figureRow;
    QList<FigureCard *> m_cards;
    TitledCard *m_daysCard, *m_plansCard, *m_costsCard, *m_looksCard;
    LineChart *m_chart;
    AdminTable *m_plans;
    CostShares *m_shares;
    QVBoxLayout *m_looks;
    QStringList m_lookWords;
    int m_asked = 0; ///< answers to older questions are passed over
};

} // namespace keyway
