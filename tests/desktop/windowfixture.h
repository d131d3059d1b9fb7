#pragma once

#include "app/desktop/composition.h"
#include "tests/cli/clifixture.h"
#include "tests/secrets/memorystore.h"
#include "ui/theme/keywaystyle.h"

#include <QtCore/QTranslator>
#include <QtCore/QUrl>

#include <memory>

class QAbstractButton;

namespace keyway {

class IntegrationsPage;
class PromptsPage;

/// The desktop's composition on a data folder with two integrations ("First" speaks OpenAI's wire,
/// "Second" Anthropic's), keys in the session's keychain, and a second connection to the records
/// that the window knows nothing of. One window a program: the keychain belongs to one thread.
class WindowFixture : public QObject {
    Q_OBJECT
public:
    CliFixture cli; ///< other processes on the same folder
    std::unique_ptr<engine::Workspace> reader;
    QList<QUrl> opened; ///< in the browser, had there been one

    WindowFixture();
    ~WindowFixture() override;

    /// Opens the window; it has its figures and the keychain's state when this returns.
    void open();
    /// As quitting does: true when everything was settled within `timeout`.
    bool close(std::chrono::milliseconds timeout);

    /// Null while there is none.
    MainWindow *window() const { return m_composition ? m_composition->window() : nullptr; }
    IntegrationsPage *integrations() const;
    PromptsPage *prompts() const;
    Id idOf(const QString &name) const;

    engine::Overview overview() const;
    /// The ended attempts, newest first.
    QList<UsageRecord> records() const;
    /// Cost, fee and total as the receipt and the status bar show them.
    QStringList receipt() const;
    QStringList statusBar() const;
    bool moneyIsShown() const;

    /// In Prompts: writes a prompt and sends it, with the keyboard.
    void ask(const QString &prompt) const;
    void newConversation() const;
    /// Everything has a name, nothing lies on another or is cut off.
    void verifyInOrder() const;

    /// What a window manager does when a dialog has opened or closed.
    static void activate(QWidget *window);
    /// A key press where the focus is, as a keyboard sends it.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    static void type(const QString &text);
    /// Presses Tab until `target` has the focus.
    static bool tabTo(const QWidget *target);
    static QAbstractButton *buttonCalled(QWidget *root, const QString &text);
    /// How many items the keychain has for an integration.
    static qsizetype itemsInKeychain(const Id &integration);

public Q_SLOTS:
    void openUrl(const QUrl &url) { opened += url; }

private:
    QTranslator m_translator;
    KeywayStyle *m_style;
    std::unique_ptr<Composition> m_composition;
};

} // namespace keyway
