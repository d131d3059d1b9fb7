#pragma once

#include "tests/ui/settings/samplesync.h"
#include "ui/desktop/settings/accountbackend.h"

#include <QtCore/QTimer>

namespace keyway {

using namespace Qt::StringLiterals;

/// Answers from memory, later; what was asked is in `asked`, secrets in clear.
class FakeAccount : public AccountBackend {
public:
    SyncStatus now = sample::signedOut();
    QList<AccountDevice> known = sample::devices();
    std::optional<Error> refuse; ///< what is asked next
    std::optional<Error> devicesProblem;
    QStringList asked;

    void status(QObject *context, Handler<SyncStatus> done) override
    {
        later<SyncStatus>(context, done, now);
    }
    void setServer(const QString &address, QObject *context, Handler<Done> done) override
    {
        if (answer(u"server "_s + address, context, done))
            now.server = QUrl(address);
    }
    void signUp(const QString &email, Secret password, QObject *context,
                Handler<Done> done) override
    {
        answer(u"sign up "_s + email + u' ' + clear(password), context, done);
    }
    void verify(Secret code, QObject *context, Handler<Done> done) override
    {
        answer(u"verify "_s + clear(code), context, done);
    }
    void signIn(const SignIn &wanted, Secret password, QObject *context,
                Handler<Done> done) override
    {
        const QString words = u"sign in "_s + wanted.email + u' ' + clear(password)
            + (wanted.withEarlier ? u" with earlier"_s : QString());
        if (answer(words, context, done)) {
            now = sample::synced();
            now.account->email = wanted.email;
        }
    }
    void requestReset(const QString &email, QObject *context, Handler<Done> done) override
    {
        answer(u"mail "_s + email, context, done);
    }
    void reset(Secret code, Secret password, QObject *context, Handler<Done> done) override
    {
        answer(u"reset "_s + clear(code) + u' ' + clear(password), context, done);
    }
    void signOut(QObject *context, Handler<bool> done) override
    {
        asked += u"sign out"_s;
        now = sample::signedOut();
        later<bool>(context, done, !refuse);
        Q_EMIT changed();
    }
    void signOutEverywhere(QObject *context, Handler<Done> done) override
    {
        if (answer(u"sign out everywhere"_s, context, done))
            now = sample::signedOut();
    }
    void devices(QObject *context, Handler<QList<AccountDevice>> done) override
    {
        later<QList<AccountDevice>>(
            context, done, devicesProblem ? Result<QList<AccountDevice>>(*devicesProblem) : known);
    }
    void signOutDevice(const Id &device, QObject *context, Handler<Done> done) override
    {
        if (answer(u"sign out "_s + device.toString().right(1), context, done))
            known.removeIf([&](const AccountDevice &other) { return other.device == device; });
    }
    void changePassword(Secret old, Secret password, QObject *context, Handler<Done> done) override
    {
        answer(u"password "_s + clear(old) + u' ' + clear(password), context, done);
    }
    void exportTo(const QString &path, QObject *context, Handler<Done> done) override
    {
        answer(u"export "_s + path, context, done);
    }
    void deleteAccount(Secret password, QObject *context, Handler<Done> done) override
    {
        if (answer(u"delete "_s + clear(password), context, done))
            now = sample::signedOut();
    }
    void setSyncs(bool on, QObject *context, Handler<Done> done) override
    {
        if (answer(on ? u"on"_s : u"off"_s, context, done))
            now.account->syncs = on;
    }
    void setTellsHealth(bool on, QObject *context, Handler<Done> done) override
    {
        if (answer(on ? u"health on"_s : u"health off"_s, context, done))
            now.account->tellsHealth = on;
    }
    void sendEarlier(QObject *context, Handler<Done> done) override
    {
        if (answer(u"earlier"_s, context, done))
            now.earlier = 0;
    }
    void sendNow() override { asked += u"now"_s; }

private:
    static QString clear(const Secret &secret)
    {
        return secret.reveal([](QByteArrayView bytes) { return QString::fromUtf8(bytes); });
    }
    bool answer(const QString &words, QObject *context, const Handler<Done> &done)
    {
        asked += words;
        const bool good = !refuse;
        later<Done>(context, done, good ? Result<Done>(Done()) : *refuse);
        QTimer::singleShot(0, this, &AccountBackend::changed);
        return good;
    }
    template <class T> void later(QObject *context, Handler<T> done, Result<T> result)
    {
        QTimer::singleShot(0, context, [done, result] { done(result); });
    }
};

} // namespace keyway
