// The desktop's window on a data folder, for tests of what no test program survives: a bus that
// goes, a keychain that hangs. Reads one command a line and answers each with one line of JSON.
//   windowprobe FOLDER [MILLISECONDS that the keychain has for one call]
// `report` tells what can be read in the window, and the largest time in ms that its event loop
// (`gap`) and an idle thread's (`idle_gap`) stood still since the last report. `test` is F5 on the
// first card, `act` presses the banner's first button, `ask WORDS` sends a prompt, `film WORDS`
// asks for a film.

#include "app/desktop/composition.h"
#include "core/base/logging.h"
#include "core/process/processhardening.h"
#include "core/secrets/keychainstore.h"
#include "tests/support/pulse.h"
#include "ui/desktop/integrations/integrationcard.h"
#include "ui/desktop/integrations/integrationspage.h"
#include "ui/desktop/promptfield.h"
#include "ui/desktop/prompts/composer.h"
#include "ui/desktop/prompts/promptspage.h"
#include "ui/desktop/studio/studioform.h"
#include "ui/desktop/studio/studiopage.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tiles.h"
#include "ui/words/translation.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSocketNotifier>
#include <QtCore/QTranslator>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace keyway;

namespace {

class WindowProbe : public QObject {
public:
    explicit WindowProbe(Composition *composition)
        : m_composition(composition)
        , m_notifier(STDIN_FILENO, QSocketNotifier::Read)
    {
        m_idle.start();
        m_pulse.start(QThread::currentThread());
        m_idlePulse.start(&m_idle);
        connect(&m_notifier, &QSocketNotifier::activated, this, [this] { readCommands(); });
    }
    ~WindowProbe() override
    {
        m_idle.quit();
        m_idle.wait();
    }
    Q_DISABLE_COPY_MOVE(WindowProbe)

private:
    void readCommands()
    {
        char buffer[4096];
        const auto size = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (size <= 0) {
            m_notifier.setEnabled(false);
            return QApplication::quit();
        }
        m_input.append(buffer, size);
        for (qsizetype end = m_input.indexOf('\n'); end >= 0; end = m_input.indexOf('\n')) {
            obey(m_input.left(end));
            m_input.remove(0, end + 1);
        }
    }

    IntegrationsPage *page() const
    {
        MainWindow *window = m_composition->window();
        return window ? qobject_cast<IntegrationsPage *>(window->page(u"integrations"_s)) : nullptr;
    }

    PromptsPage *prompts() const
    {
        return qobject_cast<PromptsPage *>(m_composition->window()->page(u"prompts"_s));
    }

    StudioPage *studio() const
    {
        return qobject_cast<StudioPage *>(m_composition->window()->page(u"studio"_s));
    }

    void obey(const QByteArray &command)
    {
        if (command == "test" && page()) {
            page()->focusFirst();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F5);
        } else if (command == "act" && page()) {
            auto *button = page()->findChild<Banner *>()->findChild<QPushButton *>();
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
        } else if (command.startsWith("ask ") && page()) {
            m_composition->window()->showPage(u"prompts"_s);
            QPlainTextEdit *field = prompts()->composer()->field();
            QTest::keyClicks(field, QString::fromUtf8(command.mid(4)));
            // The page learns of the services first.
            static_cast<void>(QTest::qWaitFor(
                [this] { return prompts()->composer()->sendButton()->isEnabled(); }));
            QTest::keyClick(field, Qt::Key_Return);
        } else if (command.startsWith("film ") && page()) {
            m_composition->window()->showPage(u"studio"_s);
            StudioForm *form = studio()->form();
            form->kind()->setCurrent(1);
            QTest::keyClicks(form->prompt(), QString::fromUtf8(command.mid(5)));
            // The page learns of the services first.
            static_cast<void>(QTest::qWaitFor([form] { return form->canGenerate(); }));
            QTest::keyClick(form->prompt(), Qt::Key_Return, Qt::ControlModifier);
        }
        std::printf("%s\n", QJsonDocument(report()).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }

    QJsonObject report()
    {
        QJsonObject told{{u"gap"_s, m_pulse.take()}, {u"idle_gap"_s, m_idlePulse.take()}};
        if (!page())
            return told;
        // The screen of the offscreen platform is small, and a narrow window says less.
        m_composition->window()->resize(1280, 800);
        for (const auto *banner : page()->findChildren<Banner *>()) {
            if (!banner->isVisible())
                continue;
            told[u"banner"_s] = banner->spokenText();
            QJsonArray buttons;
            for (const auto *button : banner->findChildren<QPushButton *>()) {
                if (button->isVisible())
                    buttons += button->text();
            }
            told[u"buttons"_s] = buttons;
        }
        QJsonArray pills;
        for (const Id &id : page()->shownOrder()) {
            if (const IntegrationCard *card = page()->card(id))
                pills += card->findChild<StatusPill *>()->spokenText();
        }
        told[u"pills"_s] = pills;
        const auto *strip = m_composition->window()->findChild<StatusStrip *>();
        const auto *keychain = strip->findChild<QAbstractButton *>();
        told[u"status"_s] = keychain->isVisible() ? keychain->text() : QString();
        return told;
    }

    Composition *m_composition;
    QThread m_idle;
    Pulse m_pulse;
    Pulse m_idlePulse;
    QSocketNotifier m_notifier;
    QByteArray m_input;
};

} // namespace

int main(int argc, char *argv[])
{
    if (!hardenProcess().ok())
        return 3;
    QApplication app(argc, argv);
    installLogging();
    QTranslator translator;
    words::loadTranslation(translator);
    QApplication::installTranslator(&translator);
    QApplication::setQuitOnLastWindowClosed(false);
    KeywayStyle *style = KeywayStyle::install(app);
    const QStringList arguments = QApplication::arguments();
    KeychainStore::Patience patience;
    if (arguments.size() > 2)
        patience.answer = std::chrono::milliseconds(arguments.at(2).toInt());
    engine::WorkspaceOptions options;
    options.dataDir = arguments.value(1);
    options.makeKeychain = [patience] { return std::make_unique<KeychainStore>(patience); };
    Composition composition(options, style);
    WindowProbe probe(&composition);
    composition.start();
    return QApplication::exec();
}
