#include "tests/ui/activity/fakeactivity.h"
#include "tests/ui/album.h"
#include "ui/desktop/activity/activitycontroller.h"
#include "ui/desktop/activity/activityfilters.h"
#include "ui/desktop/activity/activitypage.h"
#include "ui/desktop/activity/activitytable.h"
#include "ui/desktop/activity/recordwatch.h"
#include "ui/desktop/shell/noticearea.h"
#include "ui/widgets/searchfield.h"

#include <QtWidgets/QApplication>

#include <algorithm>

using namespace keyway;
using namespace Qt::StringLiterals;

// Pictures of every state of Activity, to look at.

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    NoticeArea notices; // of the window, which is not in the picture
    Album album(QLocale(QLocale::English, QLocale::UnitedStates));
    constexpr int sidebar = 212, rail = 56, frame = 62;

    struct State {
        QString name;
        int entries = 1'046;
        AuditCheck check = {};
        std::function<void(ActivityPage &)> after = {};
        bool checking = false;
    };
    AuditCheck whole;
    whole.entries = 9'412;
    whole.anchored = true;
    whole.since = QDateTime(QDate(2026, 5, 28), QTime(12, 0), Qt::UTC);
    whole.seals = 174;
    AuditCheck changed = whole;
    changed.problem = AuditCheck::Problem::Changed;
    changed.firstBad = 8'771;
    changed.around = sample::record(8'771).mid(0, 2);
    std::reverse(changed.around.begin(), changed.around.end());
    AuditCheck rewritten = changed;
    rewritten.problem = AuditCheck::Problem::Rewritten;
    rewritten.seal = AuditSeal{QDate(2026, 11, 17), 8'771, {}, 64};
    rewritten.sealedIn = u"/media/backup/keyway.seals"_s;
    rewritten.lastSealed = 8'700;
    AuditCheck gone = whole;
    gone.seals = 0;
    gone.sealFiles = {{u"/data/keyway/audit.seals"_s, SealFile::State::Missing, {}}};
    const auto open = [](int row) {
        return [row](ActivityPage &page) {
            page.table()->setCurrentIndex(page.table()->model()->index(row, 0));
            Q_EMIT page.table()->opened(row);
        };
    };
    const QList<State> states{{u"activity"_s, 1'046, whole},
                              {u"details"_s, 1'046, whole, open(3)},
                              {u"changed"_s, 1'046, changed},
                              {u"rewritten"_s, 1'046, rewritten},
                              {u"seals-gone"_s, 1'046, gone},
                              {u"checking"_s, 1'046, whole, {}, true},
                              {u"empty"_s, 0, whole},
                              {u"nothing-found"_s, 1'046, whole, [](ActivityPage &page) {
                                   page.filters()->search()->setText(u"stabel"_s);
                               }}};
    QList<Album::Picture> pictures;
    for (const State &state : states) {
        pictures.append(
            {state.name, [state, &notices](const QSize &window) -> QWidget * {
                 auto *page = new ActivityPage;
                 auto *backend = new FakeActivity;
                 backend->setParent(page);
                 backend->kept = sample::record(state.entries);
                 backend->found = state.check;
                 backend->holdsChecks = state.checking;
                 auto *watch = new RecordWatch(
                     backend, &notices,
                     [] { return QDateTime(QDate(2026, 11, 18), QTime(14, 31), Qt::LocalTime); },
                     page);
                 page->filters()->setToday([] { return QDate(2026, 11, 18); });
                 auto *controller = new ActivityController(page, backend, watch, page);
                 controller->setDelay(0);
                 controller->start();
                 const int side = window.width() < 1000 ? rail : sidebar;
                 page->resize(window - QSize(side, frame));
                 page->show(); // only what is looked at is read
                 Album::settle(std::chrono::milliseconds(60));
                 if (state.after)
                     state.after(*page);
                 return page;
             }});
    }
    album.draw({QSize(1280, 800), QSize(900, 640)}, pictures, std::chrono::milliseconds(120));
    return 0;
}
