#include "tests/sync/desktopfixture.h"

using namespace keyway;
using namespace Qt::StringLiterals;

/// What a person does with an account on a desktop.
class TestAccountService : public QObject {
    Q_OBJECT

    std::unique_ptr<DesktopAndServer> m_both;

private Q_SLOTS:
    void init() { m_both = std::make_unique<DesktopAndServer>(); }
    void cleanup() { m_both.reset(); }

    void nobodyIsSignedIn()
    {
        const auto nobody = m_both->ask([](AccountService &account, CancelToken cancel) {
            return account.devices(std::move(cancel));
        });
        QCOMPARE(nobody.error().reason(), u"signed-out"_s);
        Desktop fresh;
        QVERIFY(!fresh.status().server);
        QCOMPARE(fresh.signIn().error().reason(), u"no-server"_s);
    }

    void computersOfAnAccount()
    {
        VERIFY_RESULT(m_both->desktop.signIn());
        const auto devices = m_both->ask([](AccountService &account, CancelToken cancel) {
            return account.devices(std::move(cancel));
        });
        VERIFY_RESULT(devices);
        QCOMPARE(devices->size(), 2);
        QCOMPARE(devices->at(0).device, m_both->user.device);
        QCOMPARE(devices->at(1).name, u"desk"_s);
        QVERIFY(devices->at(1).isThisOne && !devices->at(0).isThisOne);
        QVERIFY(devices->at(0).seenAt.isValid() && !devices->at(0).revokedAt);
        VERIFY_RESULT(m_both->ask([this](AccountService &account, CancelToken cancel) {
            return account.signOutDevice(m_both->user.device, std::move(cancel));
        }));
        QCOMPARE(m_both->server->get("/v1/account", m_both->user.token).code(), u"revoked"_s);
        // Another address would be another account's.
        QCOMPARE(m_both->desktop.sync
                     ->set([](AccountLink &link) -> Result<Done> {
                         const auto other = link.setServer(u"https://keyway.example.org"_s);
                         return other ? Result<Done>(Done()) : other.error();
                     })
                     .error()
                     .reason(),
                 u"signed-in"_s);
    }

    void passwords()
    {
        VERIFY_RESULT(m_both->desktop.signIn());
        const auto change = [this](const char *old) {
            return m_both->ask([old](AccountService &account, CancelToken cancel) {
                return account.changePassword(passwordOf(old), passwordOf("another horse battery"),
                                              std::move(cancel));
            });
        };
        QCOMPARE(change("not the password").error().reason(), u"bad-credentials"_s);
        VERIFY_RESULT(change(ServerFixture::password));
        QCOMPARE(m_both->server->get("/v1/account", m_both->user.token).code(), u"revoked"_s);
        QCOMPARE(m_both->desktop.signIn().error().reason(), u"bad-credentials"_s);

        VERIFY_RESULT(m_both->ask([](AccountService &account, CancelToken cancel) {
            return account.requestReset(ada, std::move(cancel));
        }));
        QTRY_VERIFY(m_both->server->mails.all().size() >= 2);
        VERIFY_RESULT(m_both->ask([this](AccountService &account, CancelToken cancel) {
            return account.reset(
                Secret::take(QByteArray(m_both->server->mails.all().constLast().token)),
                passwordOf(), std::move(cancel));
        }));
        VERIFY_RESULT(m_both->desktop.signIn());
    }

    void everywhere()
    {
        VERIFY_RESULT(m_both->desktop.signIn());
        VERIFY_RESULT(m_both->change([](AccountService &account, CancelToken cancel) {
            return account.signOutEverywhere(std::move(cancel));
        }));
        QVERIFY(!m_both->desktop.status().account);
        QVERIFY(m_both->desktop.keychain.keys.empty());
        QCOMPARE(m_both->server->get("/v1/account", m_both->user.token).code(), u"revoked"_s);
        // Here alone, whether or not the server hears of it.
        VERIFY_RESULT(m_both->desktop.signIn());
        m_both->server.reset();
        const auto told = m_both->change([](AccountService &account, CancelToken cancel) {
            return account.signOut(std::move(cancel));
        });
        VERIFY_RESULT(told);
        QVERIFY(!*told);
        QVERIFY(!m_both->desktop.status().account);
        QVERIFY(m_both->desktop.keychain.keys.empty());
    }

    void exportsAndDeletes()
    {
        VERIFY_RESULT(m_both->desktop.signIn());
        const UsageRecord record = m_both->desktop.ask();
        QTRY_COMPARE(m_both->kept(), 1);
        const QString path = m_both->desktop.dir().filePath(u"mine.json"_s);
        const auto write = [&](const QString &to) {
            return m_both->ask([to](AccountService &account, CancelToken cancel) {
                return account.exportTo(to, std::move(cancel));
            });
        };
        QCOMPARE(write(u"/no/such/folder/mine.json"_s).error().reason(), u"cannot-write"_s);
        VERIFY_RESULT(write(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(all["usage"_L1][0]["record_id"_L1].toString(), record.recordId.toString());
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        VERIFY_RESULT(m_both->change([](AccountService &account, CancelToken cancel) {
            return account.deleteAccount(passwordOf(), std::move(cancel));
        }));
        QVERIFY(!m_both->desktop.status().account);
        QCOMPARE(m_both->desktop.signIn().error().reason(), u"bad-credentials"_s);
    }
};

QTEST_GUILESS_MAIN(TestAccountService)
#include "tst_accountservice.moc"
