// A program that uses KeychainStore on a thread beside the main one, as Keyway does, for tests that
// need a process of their own: environment, bus and daemon can be what no test program survives.
//
// Reads one command a line (`read KEY`, `write KEY BASE64`, `remove KEY`, `status`, `unlock`) and
// answers each with one line of JSON: `ok`, `reason`, `value` (base64), `state`, `backend`, `ms`,
// and the largest time in ms that the store's event loop (`gap`) and an idle thread's (`idle_gap`)
// stood still meanwhile.

#include "core/async/spawn.h"
#include "core/process/processhardening.h"
#include "core/secrets/keychainstore.h"
#include "tests/support/pulse.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSocketNotifier>
#include <QtCore/QThread>
#include <QtCore/QTimer>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace keyway;

namespace {

class Probe : public QObject {
public:
    explicit Probe(KeychainStore::Patience patience)
        : m_notifier(STDIN_FILENO, QSocketNotifier::Read)
    {
        m_worker = new QObject;
        m_worker->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        m_thread.start();
        m_idle.start();
        QMetaObject::invokeMethod(
            m_worker, [this, patience] { m_store = std::make_unique<KeychainStore>(patience); },
            Qt::BlockingQueuedConnection);
        m_pulse.start(&m_thread);
        m_idlePulse.start(&m_idle);
        connect(&m_notifier, &QSocketNotifier::activated, this, [this] { readCommands(); });
    }
    ~Probe() override
    {
        QMetaObject::invokeMethod(
            m_worker, [this] { m_store.reset(); }, Qt::BlockingQueuedConnection);
        for (auto *thread : {&m_thread, &m_idle}) {
            thread->quit();
            thread->wait();
        }
    }
    Q_DISABLE_COPY_MOVE(Probe)

private:
    void readCommands()
    {
        char buffer[65536];
        const auto size = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (size <= 0) {
            m_notifier.setEnabled(false);
            QCoreApplication::quit();
            return;
        }
        m_input += QByteArray(buffer, static_cast<qsizetype>(size));
        for (auto end = m_input.indexOf('\n'); end >= 0; end = m_input.indexOf('\n')) {
            run(m_input.left(end));
            m_input.remove(0, end + 1);
        }
    }

    void run(const QByteArray &line)
    {
        const auto words = line.split(' ');
        const QString key = QString::fromUtf8(words.value(1));
        const QByteArray value = QByteArray::fromBase64(words.value(2));
        auto *store = m_store.get();
        m_pulse.take();
        m_idlePulse.take();
        m_clock.start();
        if (words.first() == "read") {
            spawn(
                m_worker, [store, key] { return store->read(key); }, this,
                [this](Result<Secret> secret) {
                    QJsonObject json = outcome(secret);
                    if (secret.ok()) {
                        const auto text = secret->reveal(
                            [](QByteArrayView bytes) { return bytes.toByteArray().toBase64(); });
                        json[u"value"_s] = QString::fromLatin1(text);
                    }
                    print(json);
                });
        } else if (words.first() == "status") {
            spawn(
                m_worker, [store] { return store->status(); }, this,
                [this](KeychainStatus status) {
                    print({{u"ok"_s, true},
                           {u"state"_s, keychainStateName(status.state)},
                           {u"backend"_s, status.backend},
                           {u"detail"_s, status.detail}});
                });
        } else if (words.first() == "write") {
            spawn(
                m_worker,
                [store, key, value] { return store->write(key, Secret::take(QByteArray(value))); },
                this, [this](Result<Done> done) { print(outcome(done)); });
        } else if (words.first() == "remove") {
            spawn(
                m_worker, [store, key] { return store->remove(key); }, this,
                [this](Result<Done> done) { print(outcome(done)); });
        } else {
            spawn(
                m_worker, [store] { return store->unlock(); }, this,
                [this](Result<Done> done) { print(outcome(done)); });
        }
    }

    template <class T> QJsonObject outcome(const Result<T> &result)
    {
        if (result.ok())
            return {{u"ok"_s, true}};
        return {{u"ok"_s, false},
                {u"kind"_s, Error::kindName(result.error().kind())},
                {u"reason"_s, result.error().reason()},
                {u"detail"_s, result.error().detail()}};
    }

    void print(QJsonObject json)
    {
        json[u"ms"_s] = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
        // One more beat, so that a block at the very end is seen.
        QTimer::singleShot(25, this, [this, json]() mutable {
            json[u"gap"_s] = m_pulse.take();
            json[u"idle_gap"_s] = m_idlePulse.take();
            std::printf("%s\n", QJsonDocument(json).toJson(QJsonDocument::Compact).constData());
            std::fflush(stdout);
        });
    }

    QThread m_thread;
    QThread m_idle;
    QObject *m_worker = nullptr;
    std::unique_ptr<KeychainStore> m_store;
    Pulse m_pulse;
    Pulse m_idlePulse;
    QSocketNotifier m_notifier;
    QByteArray m_input;
    QElapsedTimer m_clock;
};

} // namespace

int main(int argc, char *argv[])
{
    if (!hardenProcess().ok())
        return 3;
    QCoreApplication app(argc, argv);
    KeychainStore::Patience patience;
    if (argc > 1)
        patience.answer = std::chrono::milliseconds(QByteArray(argv[1]).toInt());
    if (argc > 2)
        patience.prompt = std::chrono::milliseconds(QByteArray(argv[2]).toInt());
    Probe probe(patience);
    return QCoreApplication::exec();
}
