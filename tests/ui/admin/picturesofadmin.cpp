#include "tests/ui/admin/fakeadmin.h"
#include "tests/ui/album.h"
#include "ui/admin/adminwindow.h"
#include "ui/admin/analyticspage.h"
#include "ui/admin/auditpage.h"
#include "ui/admin/healthpage.h"
#include "ui/admin/keyspage.h"
#include "ui/admin/signinpanel.h"
#include "ui/admin/statisticspage.h"
#include "ui/widgets/keyfield.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>

using namespace keyway;
using namespace Qt::StringLiterals;

// Pictures of Keyway Admin, to look at.

namespace {

class Memory final : public AdminMemory {
public:
    QString text(const QString &name) const override
    {
        return name == "server"_L1 ? u"https://admin.keyway.example"_s : QString();
    }
    void setText(const QString &, const QString &) override { }
};

AdminWindow *makeWindow(FakeAdmin *admin, Memory *memory)
{
    auto *window = new AdminWindow(admin, memory);
    admin->setParent(window);
    const auto add = [window](const QString &id, const QString &title, const QString &icon,
                              const QString &group, auto make) {
        window->addPage({id, title, icon, group, id == "analytics"_L1 ? u"statistics"_s : id,
                         [make](const AdminIdentity &, QWidget *parent) -> AdminPage * {
                             return make(parent);
                         }});
    };
    add(u"statistics"_s, StatisticsPage::tr("Platform Statistics"), u"usage"_s, u"Overview"_s,
        [admin](QWidget *parent) {
            return new StatisticsPage(admin, sample::serviceNames(), &sample::adminNow, parent);
        });
    add(u"health"_s, HealthPage::tr("Service Health"), u"health"_s, u"Overview"_s,
        [admin](QWidget *parent) {
            return new HealthPage(admin, sample::serviceNames(), &sample::adminNow, parent);
        });
    add(u"analytics"_s, AnalyticsPage::tr("User Analytics"), u"users"_s, u"Overview"_s,
        [admin](QWidget *parent) {
            return new AnalyticsPage(admin, sample::serviceNames(), &sample::adminNow, parent);
        });
    add(u"keys"_s, KeysPage::tr("System Keys"), u"key"_s, u"Manage"_s, [admin](QWidget *parent) {
        return new KeysPage(admin, sample::serviceNames(), &sample::adminNow, parent);
    });
    add(u"audit"_s, AuditPage::tr("Audit"), u"shield"_s, u"Record"_s,
        [admin](QWidget *parent) { return new AuditPage(admin, &sample::adminNow, parent); });
    return window;
}

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    Album album(QLocale(QLocale::English, QLocale::UnitedStates));
    Memory memory;

    const auto picture = [&memory](const QString &page, const QString &state) {
        return [&memory, page, state](const QSize &size) -> QWidget * {
            auto *admin = new FakeAdmin;
            sample::fill(*admin);
            admin->kept = page != "signin"_L1;
            if (state == "empty"_L1)
                admin->keys.clear();
            if (state == "broken"_L1)
                admin->check = {false, 9};
            AdminWindow *window = makeWindow(admin, &memory);
            window->resize(size);
            window->show();
            window->start();
            Album::settle(std::chrono::milliseconds(60));
            if (state == "away"_L1)
                admin->refuse = Error(Error::Kind::Network);
            admin->silent = state == "loading"_L1;
            if (window->isSignedIn())
                window->showPage(page);
            if (state == "refused"_L1)
                window->signInPanel()->showProblem(
                    Error(Error::Kind::Auth).withReason(u"bad-credentials"_s));
            return window;
        };
    };
    QList<Album::Picture> pictures{{u"signin"_s, picture(u"signin"_s, {})},
                                   {u"signin-refused"_s, picture(u"signin"_s, u"refused"_s)}};
    for (const QString &page :
         {u"statistics"_s, u"health"_s, u"analytics"_s, u"keys"_s, u"audit"_s})
        pictures.append({page, picture(page, {})});
    pictures.append({u"keys-empty"_s, picture(u"keys"_s, u"empty"_s)});
    pictures.append({u"keys-away"_s, picture(u"keys"_s, u"away"_s)});
    pictures.append({u"health-loading"_s, picture(u"health"_s, u"loading"_s)});
    pictures.append({u"audit-broken"_s, picture(u"audit"_s, u"broken"_s)});
    album.draw({QSize(1360, 860), QSize(1024, 680)}, pictures, std::chrono::milliseconds(600));
    return 0;
}
