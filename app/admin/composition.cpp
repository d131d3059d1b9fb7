#include "app/admin/composition.h"

#include "ui/admin/analyticspage.h"
#include "ui/admin/auditpage.h"
#include "ui/admin/healthpage.h"
#include "ui/admin/keyspage.h"
#include "ui/admin/statisticspage.h"

namespace keyway::app {

using namespace Qt::StringLiterals;

AdminComposition::AdminComposition(AdminSettings &settings, HttpPolicy policy,
                                   const QHash<QString, QString> &names)
    : m_names(names)
    , m_backend(std::move(policy))
    , m_window(&m_backend, &settings)
{
    addPages();
}

void AdminComposition::addPages()
{
    const QString overview = tr("Overview");
    m_window.addPage(
        {u"statistics"_s, tr("Platform Statistics"), u"usage"_s, overview, u"statistics"_s,
         [this](const AdminIdentity &who, QWidget *parent) -> AdminPage * {
             auto *page
                 = new StatisticsPage(&m_backend, m_names, &QDateTime::currentDateTimeUtc, parent);
             page->setMayAudit(who.may(u"audit"));
             return page;
         }});
    m_window.addPage({u"health"_s, tr("Service Health"), u"health"_s, overview, u"health"_s,
                      [this](const AdminIdentity &, QWidget *parent) -> AdminPage * {
                          return new HealthPage(&m_backend, m_names, &QDateTime::currentDateTimeUtc,
                                                parent);
                      }});
    m_window.addPage({u"analytics"_s, tr("User Analytics"), u"users"_s, overview, u"statistics"_s,
                      [this](const AdminIdentity &, QWidget *parent) -> AdminPage * {
                          return new AnalyticsPage(&m_backend, m_names,
                                                   &QDateTime::currentDateTimeUtc, parent);
                      }});
    m_window.addPage({u"keys"_s, tr("System Keys"), u"key"_s, tr("Manage"), u"keys"_s,
                      [this](const AdminIdentity &, QWidget *parent) -> AdminPage * {
                          return new KeysPage(&m_backend, m_names, &QDateTime::currentDateTimeUtc,
                                              parent);
                      }});
    m_window.addPage({u"audit"_s, tr("Audit"), u"shield"_s, tr("Record"), u"audit"_s,
                      [this](const AdminIdentity &, QWidget *parent) -> AdminPage * {
                          return new AuditPage(&m_backend, &QDateTime::currentDateTimeUtc, parent);
                      }});
}

} // namespace keyway::app
