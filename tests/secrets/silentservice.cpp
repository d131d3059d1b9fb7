// Takes a name on the session bus and answers as little as its mode says, for tests of what happens
// when a secret service or its prompter hangs.
//   silentservice NAME silent     answers nothing
//   silentservice NAME no-secret  finds every key in an open collection, and never hands one out
//   silentservice NAME no-prompt  locked; its prompt never ends
//   silentservice NAME dismissed  locked; its prompt is dismissed at once
//   silentservice NAME accepted   locked; its prompt succeeds at once, and it is open from then on

#include <QtCore/QCoreApplication>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusVariant>
#include <QtDBus/QDBusVirtualObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

class SilentService : public QDBusVirtualObject {
public:
    explicit SilentService(QString mode)
        : m_mode(std::move(mode))
        , m_locked(m_mode != "no-secret"_L1)
    {
    }

    QString introspect(const QString &) const override { return {}; }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        const auto answer = [&](const QVariantList &arguments) {
            connection.send(message.createReply(arguments));
            return true;
        };
        const QDBusObjectPath collection(u"/org/freedesktop/secrets/collection/test"_s);
        const QDBusObjectPath item(u"/org/freedesktop/secrets/collection/test/1"_s);
        const QDBusObjectPath prompt(u"/org/freedesktop/secrets/prompt/1"_s);
        using Paths = QList<QDBusObjectPath>;
        message.setDelayedReply(true);
        if (m_mode == "silent"_L1)
            return true;
        if (message.member() == "ReadAlias"_L1)
            return answer({QVariant::fromValue(collection)});
        if (message.member() == "Get"_L1)
            return answer({QVariant::fromValue(QDBusVariant(m_locked))});
        if (message.member() == "SearchItems"_L1) {
            const auto found = QVariant::fromValue(Paths{item});
            const auto none = QVariant::fromValue(Paths{});
            return m_locked ? answer({none, found}) : answer({found, none});
        }
        if (message.member() == "Unlock"_L1)
            return answer({QVariant::fromValue(Paths{}), QVariant::fromValue(prompt)});
        if (message.member() == "Prompt"_L1) {
            answer({});
            if (m_mode == "no-prompt"_L1)
                return true;
            auto completed = QDBusMessage::createSignal(
                prompt.path(), u"org.freedesktop.Secret.Prompt"_s, u"Completed"_s);
            m_locked = m_mode == "dismissed"_L1;
            completed.setArguments(
                {m_locked, QVariant::fromValue(QDBusVariant(QVariant::fromValue(Paths{})))});
            connection.send(completed);
            return true;
        }
        return true;
    }

private:
    const QString m_mode;
    bool m_locked;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (argc < 3)
        return 64;
    SilentService service(QString::fromUtf8(argv[2]));
    auto bus = QDBusConnection::sessionBus();
    if (!bus.registerVirtualObject(u"/"_s, &service, QDBusConnection::SubPath)
        || !bus.registerService(QString::fromUtf8(argv[1])))
        return 70;
    std::puts("ready");
    std::fflush(stdout);
    return QCoreApplication::exec();
}
