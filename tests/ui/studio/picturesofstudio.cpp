#include "tests/ui/album.h"
#include "tests/ui/studio/fakestudio.h"
#include "ui/desktop/promptfield.h"
#include "ui/desktop/studio/gallerypane.h"
#include "ui/desktop/studio/galleryview.h"
#include "ui/desktop/studio/jobwords.h"
#include "ui/desktop/studio/pictureviewer.h"
#include "ui/desktop/studio/studiocontroller.h"
#include "ui/desktop/studio/studioform.h"
#include "ui/desktop/studio/studiopage.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/undomessage.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

#include <functional>
#include <memory>

using namespace keyway;
using namespace Qt::StringLiterals;

// Pictures of every state of Studio, to look at.

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    Album album(QLocale(QLocale::English, QLocale::UnitedStates));
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
    // A viewer goes before the window that it stands on.
    std::unique_ptr<QWidget> window;
    const auto picture = [&](const State &state) {
        return [&, state](const QSize &size) -> QWidget * {
            // As large as the page is beside sidebar and status bar.
            window = std::make_unique<QWidget>();
            auto *row = new QHBoxLayout(window.get());
            row->setContentsMargins(size.width() < 1000 ? 56 : 212, 0, 0, 28);
            auto *page = new StudioPage(window.get());
            row->addWidget(page);
            auto *undo = new UndoMessage(window.get());
            window->resize(size.width(), size.height() - 34);
            window->show();
            auto *backend = new FakeStudio;
            backend->setParent(window.get());
            backend->pictures = sample::studioPictures(files.path(), 16);
            const Scene scene{*backend, *page};
            state.before(scene);
            auto *controller = new StudioController(
                page, backend, undo, [] { return sample::studioNow(); }, window.get());
            controller->setDelays(0, 0);
            controller->start();
            Album::settle(std::chrono::milliseconds(200));
            state.after(scene);
            if (page->viewer())
                return page->viewer();
            return window.release();
        };
    };
    QList<Album::Picture> pictures;
    for (const State &state : states)
        pictures.append({state.name, picture(state)});
    album.draw({QSize(1280, 800), QSize(900, 640)}, pictures, std::chrono::milliseconds(500));
    return 0;
}
