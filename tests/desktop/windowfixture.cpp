#include "windowfixture.h"

#include "tests/support/await.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/placing.h"
#include "ui/desktop/integrations/integrationspage.h"
#include "ui/desktop/integrations/receipt.h"
#include "ui/desktop/prompts/composer.h"
#include "ui/desktop/prompts/conversationview.h"
#include "ui/desktop/prompts/promptspage.h"
#include "ui/widgets/labels.h"
#include "ui/words/money.h"
#include "ui/words/translation.h"

#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusMetaType>
#include <QtDBus/QDBusObjectPath>
#include <QtGui/QDesktopServices>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

namespace keyway {

using namespace Qt::StringLiterals;

WindowFixture::WindowFixture()
    : m_style(KeywayStyle::install(*qApp))
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    words::loadTranslation(m_translator);
    QApplication::installTranslator(&m_translator);
    QApplication::setQuitOnLastWindowClosed(false);
    for (const QString &scheme : {u"https"_s, u"http"_s})
        QDesktopServices::setUrlHandler(scheme, this, "openUrl");
    qDBusRegisterMetaType<QMap<QString, QString>>();
}

WindowFixture::~WindowFixture()
{
    for (const QString &scheme : {u"https"_s, u"http"_s})
        QDesktopServices::unsetUrlHandler(scheme);
}

void WindowFixture::open()
{
    engine::WorkspaceOptions options;
    options.dataDir = cli.dir.path();
    m_composition = std::make_unique<Composition>(options, m_style);
    m_composition->start();
    QTRY_VERIFY_WITH_TIMEOUT(window() && window()->isVisible(), 10'000);
    window()->resize(1280, 800);
    QVERIFY(QTest::qWaitForWindowActive(window()));
    options.makeKeychain = [] { return std::make_unique<MemoryStore>(); };
    Result<std::unique_ptr<engine::Workspace>> second = engine::Workspace::open(options);
    QVERIFY(second.ok());
    reader = std::move(*second);
    auto asking = reader->keychainStatus();
    await(std::move(asking));
    QTRY_VERIFY(moneyIsShown());
    QTRY_COMPARE(statusBar().value(0), u"Keychain unlocked"_s);
}

bool WindowFixture::close(std::chrono::milliseconds timeout)
{
    QElapsedTimer clock;
    clock.start();
    window()->close();
    m_composition.reset();
    qInfo("closed after %lld ms", static_cast<long long>(clock.elapsed()));
    return clock.elapsed() <= timeout.count();
}

IntegrationsPage *WindowFixture::integrations() const
{
    return qobject_cast<IntegrationsPage *>(window()->page(u"integrations"_s));
}

PromptsPage *WindowFixture::prompts() const
{
    return qobject_cast<PromptsPage *>(window()->page(u"prompts"_s));
}

Id WindowFixture::idOf(const QString &name) const
{
    const Result<Integration> found = reader->integrationByName(name);
    return found ? found->id : Id();
}

engine::Overview WindowFixture::overview() const
{
    const Result<engine::Overview> reading = reader->overview();
    return reading ? *reading : engine::Overview();
}

QList<UsageRecord> WindowFixture::records() const
{
    RecordFilter filter;
    filter.running = false;
    filter.limit = 1000;
    const Result<QList<UsageRecord>> rows = reader->records(filter);
    return rows ? *rows : QList<UsageRecord>();
}

QStringList WindowFixture::receipt() const
{
    QStringList amounts;
    for (const MoneyLabel *label : integrations()->receipt()->findChildren<MoneyLabel *>())
        amounts += label->amount();
    return amounts.mid(1); // the first one is a forecast
}

QStringList WindowFixture::statusBar() const
{
    QStringList words;
    const auto *strip = window()->findChild<StatusStrip *>();
    for (const QAbstractButton *entry : strip->findChildren<QAbstractButton *>())
        words += entry->isHidden() ? QString() : entry->text();
    return words;
}

bool WindowFixture::moneyIsShown() const
{
    const engine::Overview now = overview();
    return receipt() == words::addedUp({now.monthCost, now.monthFee}, now.monthTotal);
}

void WindowFixture::ask(const QString &prompt) const
{
    press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(prompts()->composer()->field()->hasFocus());
    type(prompt);
    QTRY_VERIFY(prompts()->composer()->sendButton()->isEnabled());
    press(Qt::Key_Return);
}

void WindowFixture::newConversation() const
{
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(prompts()->messages()->count(), 0);
}

void WindowFixture::verifyInOrder() const
{
    // Once layouts have settled.
    QTRY_COMPARE(unnamedWidgets(window()).join(u'\n'), QString());
    QTRY_COMPARE(misplaced(window()).join(u'\n'), QString());
    QTRY_COMPARE(clipped(window()).join(u'\n'), QString());
}

void WindowFixture::activate(QWidget *window)
{
    QTRY_VERIFY(window->isVisible());
    window->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), window);
}

void WindowFixture::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : QApplication::activeWindow(), key, modifiers);
}

void WindowFixture::type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

bool WindowFixture::tabTo(const QWidget *target)
{
    constexpr int enough = 60;
    QList<const QWidget *> seen;
    for (int i = 0; i < enough; ++i) {
        const QWidget *focus = QApplication::focusWidget();
        if (focus == target)
            return true;
        if (seen.count(focus) > 2)
            break;
        seen += focus;
        press(Qt::Key_Tab);
    }
    qWarning() << "Tab does not come to" << target << "in" << QApplication::activeWindow() << seen;
    return false;
}

QAbstractButton *WindowFixture::buttonCalled(QWidget *root, const QString &text)
{
    for (auto *button : root->findChildren<QAbstractButton *>()) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

qsizetype WindowFixture::itemsInKeychain(const Id &integration)
{
    auto search = QDBusMessage::createMethodCall(
        u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
        u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    search.setArguments(
        {QVariant::fromValue(QMap<QString, QString>{{u"user"_s, keychainEntry(integration)}})});
    const QDBusMessage reply = QDBusConnection::sessionBus().call(search);
    if (reply.type() != QDBusMessage::ReplyMessage)
        return -1;
    qsizetype found = 0;
    for (const QVariant &list : reply.arguments())
        found += qdbus_cast<QList<QDBusObjectPath>>(list).size();
    return found;
}

} // namespace keyway
