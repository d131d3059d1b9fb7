#include "tests/ui/prompts/sampleprompts.h"
#include "ui/desktop/prompts/composer.h"
#include "ui/desktop/prompts/conversationview.h"
#include "ui/desktop/prompts/detailsstrip.h"
#include "ui/desktop/prompts/promptspage.h"
#include "ui/theme/keywaystyle.h"
#include "ui/theme/theme.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtGui/QFontDatabase>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <cstdio>
#include <functional>
#include <memory>

using namespace keyway;
using namespace Qt::StringLiterals;

// Pictures of every state of Prompts, to look at.

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

    const auto with = [](const AnswerValue &answer) {
        return [answer](PromptsPage &page) {
            page.setConversation(sample::conversationWith(answer), sample::promptNow());
            page.setEstimate(u"Next: about $0.006"_s);
        };
    };
    struct State {
        QString name;
        std::function<void(PromptsPage &)> fill;
    };
    const QList<State> states{
        {u"writing"_s, with(sample::surveyRunning(sample::surveyAnswer()))},
        {u"asking"_s, with(sample::surveyRunning({}))},
        {u"complete"_s, with(sample::surveyComplete())},
        {u"all-failed"_s, with(sample::allFailed())},
        {u"may-be-charged"_s, with(sample::mayBeCharged())},
        {u"gone-on"_s, with(sample::brokenAndGoneOn())},
        {u"stopped"_s, with(sample::stoppedAnswer())},
        {u"refused"_s, with(sample::refusedAnswer())},
        {u"unknown-price"_s, with(sample::unknownPrice())},
        {u"wordy"_s,
         [&](PromptsPage &page) {
             page.setServices(sample::wordyServices());
             with(sample::wordyAnswer())(page);
         }},
        {u"empty"_s, [](PromptsPage &page) { page.setConversation({}, sample::promptNow()); }},
        {u"no-service"_s,
         [](PromptsPage &page) {
             ServicesValue none = sample::promptServices();
             none.integrations.clear();
             page.setServices(none);
             page.setConversations({}, false, sample::promptNow());
             page.setConversation({}, sample::promptNow());
         }},
        {u"locked"_s,
         [&](PromptsPage &page) {
             ServicesValue locked = sample::promptServices();
             locked.keychain.state = KeychainState::Locked;
             with(sample::surveyComplete())(page);
             page.setServices(locked);
         }},
        {u"held"_s,
         [&](PromptsPage &page) {
             ServicesValue held = sample::promptServices();
             held.integrations[1].integration.hold = Hold{Error::Kind::Auth, {}, {}};
             with(sample::surveyComplete())(page);
             page.setServices(held);
         }},
        {u"list-open"_s,
         [&](PromptsPage &page) {
             with(sample::surveyComplete())(page);
             page.listButton()->click();
         }},
        {u"details-open"_s,
         [&](PromptsPage &page) {
             with(sample::surveyRunning(sample::surveyAnswer()))(page);
             page.strip()->button()->click();
         }},
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
                auto *page = new PromptsPage(&window);
                row->addWidget(page);
                window.resize(size);
                window.show();
                page->setServices(sample::promptServices());
                page->setConversations(sample::promptConversations(), false, sample::promptNow());
                state.fill(*page);
                QElapsedTimer timer;
                timer.start();
                while (timer.elapsed() < 600)
                    QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
                const bool saved = window.grab().save(folder.filePath(name));
                std::printf("%s %s\n", saved ? "wrote" : "could not write", qPrintable(name));
            }
        }
    }
    return 0;
}
