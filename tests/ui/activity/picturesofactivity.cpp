#include "tests/ui/activity/fakeactivity.h"
#include "tests/ui/album.h"
#include "ui/desktop/activity/activitycontroller.h"
#include "ui/desktop/activity/activitypage.h"
#include "ui/desktop/activity/activitytable.h"
#include "ui/widgets/searchfield.h"

#include <QtWidgets/QApplication>

using namespace keyway;
using namespace Qt::StringLiterals;

// Pictures of every state of Activity, to look at.

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    Album album(QLocale(QLocale::English, QLocale::UnitedStates));
    constexpr int sidebar = 212, rail = 56, frame = 62;

    struct State {
        QString name;
        int entries = 1'046;
        AuditCheck check = {};
        std::function<void(ActivityPage &)> after = [](ActivityPage &) {};
    };
    AuditCheck whole;
    whole.entries = 9'412;
    whole.anchored = true;
    AuditCheck changed = whole;
    changed.problem = AuditCheck::Problem::Changed;
    changed.firstBad = 8'771;
    const auto open = [](int row) {
        return [row](ActivityPage &page) {
            page.table()->setCurrentIndex(page.table()->model()->index(row, 0));
            Q_EMIT page.table()->opened(row);
        };
    };
    const QList<State> states{{u"activity"_s, 1'046, whole},
                              {u"details"_s, 1'046, whole, open(3)},
                              {u"changed"_s, 1'046, changed},
                              {u"empty"_s, 0, whole},
                              {u"nothing-found"_s, 1'046, whole,
                               [](ActivityPage &page) { page.search()->setText(u"stabel"_s); }}};
    QList<Album::Picture> pictures;
    for (const State &state : states) {
        pictures.append({state.name, [state](const QSize &window) -> QWidget * {
                             auto *page = new ActivityPage;
                             auto *backend = new FakeActivity;
                             backend->setParent(page);
                             backend->kept = sample::record(state.entries);
                             backend->found = state.check;
                             auto *controller = new ActivityController(
                                 page, backend, &QDateTime::currentDateTimeUtc, page);
                             controller->setDelay(0);
                             controller->start();
                             const int side = window.width() < 1000 ? rail : sidebar;
                             page->resize(window - QSize(side, frame));
                             page->show(); // only what is looked at is read
                             Album::settle(std::chrono::milliseconds(60));
                             state.after(*page);
                             return page;
                         }});
    }
    album.draw({QSize(1280, 800), QSize(900, 640)}, pictures, std::chrono::milliseconds(120));
    return 0;
}
