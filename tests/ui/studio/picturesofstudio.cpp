#include "fakestudio.h"

#include "ui/desktop/promptfield.h"
#include "ui/desktop/studio/gallerypane.h"
#include "ui/desktop/studio/galleryview.h"
#include "ui/desktop/studio/jobwords.h"
#include "ui/desktop/studio/pictureviewer.h"
#include "ui/desktop/studio/studiocontroller.h"
#include "ui/desktop/studio/studioform.h"
#include "ui/desktop/studio/studiopage.h"
#include "ui/theme/keywaystyle.h"
#include "ui/theme/theme.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/undomessage.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtGui/QFontDatabase>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

#include <cstdio>
#include <functional>

using namespace keyway;
using namespace Qt::StringLiterals;

// Pictures of every state of Studio, to look at.

namespace {

void wait(int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption out(u"out"_s, u"Folder for the pictures"_s, u"folder"_s, u"."_s);
    const QCommandLineOption family(u"font"_s, u"Font family, 13 px"_s, u"family"_s);
    const QCommandLineOption only(u"only"_s, u"Pictures whose name contains this"_s, u"text"_s);
    parser.addOptions({out, family, only});
    parser.addHelpOption();
    parser.process(app);
    if (parser.isSet(family) && QFontDatabase::families().contains(parser.value(family))) {
        QFont font(parser.value(family));
        font.setPixelSize(13);
        QApplication::setFont(font);
    }
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    KeywayStyle *style = KeywayStyle::install(app);
    const QDir folder(parser.value(out));
    folder.mkpath(u"."_s);
    const QTemporaryDir files;

    struct Scene {
        FakeStudio &backend;
        StudioPage &page;
    };
    struct State {
        QString name;
        std::function<void(Scene)> before; ///< what the backend knows
        std::function<void(Scene)> after = [](Scene) {}; ///< what the user does
    };
    const auto nothing = [](Scene) {};
    const auto running
        = [&](Scene scene) { scene.backend.running = sample::studioJobs(files.path()); };
    const auto lighthouse = [](Scene scene) {
        scene.page.form()->setDraft(sample::lighthouse());
        scene.page.gallery()->view()->setCurrentIndex(scene.page.model()->index(0));
    };
    const auto choose = [](const QString &model) {
        return [model](Scene scene) {
            QComboBox *box = scene.page.form()->serviceBox();
            box->setCurrentIndex(box->findText(model, Qt::MatchEndsWith));
        };
    };
    const QList<State> states{
        {u"studio"_s, running, lighthouse},
        {u"every-job"_s,
         [&](Scene scene) { scene.backend.running = sample::everyJob(files.path()); }, lighthouse},
        {u"paused"_s,
         [&](Scene scene) {
             running(scene);
             scene.backend.running.paused = true;
         }},
        {u"empty"_s, [](Scene scene) { scene.backend.pictures.clear(); }},
        {u"no-maker"_s,
         [](Scene scene) {
             scene.backend.pictures.clear();
             scene.backend.value = sample::studioWithoutMakers();
         }},
        {u"openai"_s, nothing, choose(u"gpt-image-2"_s)},
        {u"unpriced"_s, nothing, choose(u"unpriced"_s)},
        {u"video"_s, running,
         [](Scene scene) {
             scene.page.form()->prompt()->setPlainText(u"Paper boats drifting"_s);
             scene.page.form()->kind()->setCurrent(1);
         }},
        {u"over-budget"_s,
         [](Scene scene) {
             routing::RoutePlan plan;
             routing::Excluded excluded;
             excluded.integrationName = u"Stability AI"_s;
             excluded.reason.code = routing::ReasonCode::OverBudget;
             plan.excluded = {excluded};
             scene.backend.plan = plan;
         },
         lighthouse},
        {u"with-files"_s, nothing,
         [](Scene scene) {
             scene.page.form()->setDraft(sample::lighthouse());
             Q_EMIT scene.page.filesWanted({scene.backend.pictures.at(1).path});
             scene.page.form()->avoid()->setPlainText(u"people, text"_s);
             scene.page.form()->avoidButton()->click();
         }},
        {u"cancelled"_s, running,
         [](Scene scene) {
             scene.page.form()->setDraft(sample::lighthouse());
             scene.page.setNotice(
                 cancelWords(scene.backend.running.jobs.first(), u"Stability AI"_s), false);
         }},
        {u"locked"_s,
         [](Scene scene) { scene.backend.value.keychain.state = KeychainState::Locked; },
         lighthouse},
        {u"nothing-found"_s, nothing,
         [](Scene scene) { scene.page.gallery()->search()->setText(u"stabel"_s); }},
        {u"wordy"_s,
         [&](Scene scene) {
             running(scene);
             scene.backend.value = sample::wordyStudioServices();
         },
         lighthouse},
        {u"viewer"_s, running,
         [](Scene scene) {
             scene.page.openViewer(scene.page.model()->index(0));
             QApplication::processEvents();
             QKeyEvent info(QEvent::KeyPress, Qt::Key_I, Qt::NoModifier);
             QApplication::sendEvent(scene.page.viewer(), &info);
         }},
        {u"viewer-video"_s, running,
         [](Scene scene) { scene.page.openViewer(scene.page.model()->index(2)); }},
    };
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        style->theme().setMode(mode);
        for (const QSize size : {QSize(1280, 766), QSize(900, 606)}) {
            for (const State &state : states) {
                const QString name = u"%1-%2-%3.png"_s.arg(state.name)
                                         .arg(size.width())
                                         .arg(mode == Theme::Mode::Light ? u"light"_s : u"dark"_s);
                if (!name.contains(parser.value(only)))
                    continue;
                // As large as the page is beside sidebar and status bar.
                QWidget window;
                auto *row = new QHBoxLayout(&window);
                row->setContentsMargins(size.width() < 1000 ? 56 : 212, 0, 0, 28);
                auto *page = new StudioPage(&window);
                row->addWidget(page);
                UndoMessage undo(&window);
                window.resize(size);
                window.show();
                FakeStudio backend;
                backend.pictures = sample::studioPictures(files.path(), 16);
                const Scene scene{backend, *page};
                state.before(scene);
                StudioController controller(page, &backend, &undo,
                                            [] { return sample::studioNow(); });
                controller.setDelays(0, 0);
                controller.start();
                wait(200);
                state.after(scene);
                wait(500);
                QWidget *shown = page->viewer() ? static_cast<QWidget *>(page->viewer()) : &window;
                const bool saved = shown->grab().save(folder.filePath(name));
                std::printf("%s %s\n", saved ? "wrote" : "could not write", qPrintable(name));
            }
        }
    }
    return 0;
}
