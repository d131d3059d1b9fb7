#include "tests/ui/album.h"
#include "tests/ui/limits/fakelimits.h"
#include "ui/desktop/limits/limitdialog.h"
#include "ui/desktop/limits/limitscontroller.h"
#include "ui/desktop/limits/limitspage.h"
#include "ui/desktop/limits/ratedialog.h"
#include "ui/desktop/limits/spendingstop.h"
#include "ui/desktop/shell/mainwindow.h"
#include "ui/desktop/shell/windowmemory.h"

#include <QtGui/QAction>
#include <QtWidgets/QApplication>

using namespace keyway;
using namespace Qt::StringLiterals;

// Pictures of every state of Limits & Alerts, to look at.

namespace {

class NoMemory final : public WindowMemory {
public:
    std::optional<WindowState> load(const QString &) const override { return {}; }
    void save(const QString &, const WindowState &) override { }
};

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    Album album(QLocale(QLocale::English, QLocale::UnitedStates));
    NoMemory memory;

    struct State {
        QString name;
        LimitsValue value;
        enum Dialog { None, Limit, Rate } dialog = None;
    };
    LimitsValue none;
    none.today = QDate(2026, 11, 18);
    none.monthCost = Money::fromCents(2064);
    none.services = sample::november().services;
    LimitsValue stopped = sample::november();
    stopped.state.stoppedSince = QDateTime(none.today, QTime(14, 31), Qt::LocalTime);
    const QList<State> states{{u"limits"_s, sample::november()},
                              {u"no-limits"_s, none},
                              {u"unusual"_s, sample::unusualNovember()},
                              {u"stopped"_s, stopped},
                              {u"dialog"_s, sample::november(), State::Limit},
                              {u"speed-dialog"_s, sample::november(), State::Rate}};
    QList<Album::Picture> pictures;
    for (const State &state : states) {
        pictures.append(
            {state.name, [&memory, state](const QSize &size) -> QWidget * {
                 auto *window = new MainWindow(&memory);
                 auto *backend = new FakeLimits;
                 backend->setParent(window);
                 backend->now = state.value;
                 PageEntry entry;
                 entry.id = u"limits"_s;
                 entry.title = u"Limits & Alerts"_s;
                 entry.icon = u"limits"_s;
                 entry.group = u"Money"_s;
                 entry.make = [](QWidget *parent) { return new LimitsPage(parent); };
                 window->addPage(entry);
                 auto *page = static_cast<LimitsPage *>(window->page(entry.id));
                 (new LimitsController(page, backend, &window->undoMessage(), window))->start();
                 (new SpendingStop(backend, &window->notices(),
                                   window->offer(Command::StopSpending), window))
                     ->start();
                 window->resize(size);
                 if (state.dialog == State::None)
                     return window;
                 QDialog *dialog = nullptr;
                 if (state.dialog == State::Limit)
                     dialog = new LimitDialog(state.value, {}, page);
                 else
                     dialog = new RateDialog(state.value, state.value.rates.first(), page);
                 QObject::connect(dialog, &QObject::destroyed, window, &QObject::deleteLater);
                 return dialog;
             }});
    }
    album.draw({QSize(1280, 800), QSize(900, 640)}, pictures, std::chrono::milliseconds(250));
    return 0;
}
