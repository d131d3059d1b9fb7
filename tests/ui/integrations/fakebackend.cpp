#include "fakebackend.h"

#include "tests/ui/integrations/sampledata.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>

using namespace Qt::StringLiterals;
using keyway::engine::Health;

namespace keyway {
namespace {

/// Answers with the next turn of the event loop, as another thread would.
template <class Handler, class Value> void later(QObject *context, Handler handler, Value value)
{
    QTimer::singleShot(0, context,
                       [handler = std::move(handler), value = std::move(value)]() mutable {
                           handler(std::move(value));
                       });
}

} // namespace

FakeBackend::FakeBackend(engine::Overview overview)
    : data(std::move(overview))
{
    auto loaded
        = Catalogue::load(qEnvironmentVariable("KEYWAY_SOURCE_DIR") + u"/resources/catalogue"_s);
    if (loaded)
        m_catalogue = *loaded;
    else
        qFatal("the catalogue did not load: %s", qPrintable(loaded.error().detail()));
}

QString FakeBackend::nameOf(const Id &id) const
{
    for (const auto &summary : data.integrations) {
        if (summary.integration.id == id)
            return summary.integration.name;
    }
    return id.toString();
}

void FakeBackend::overview(QObject *context, Handler<engine::Overview> done)
{
    later(context, std::move(done), Result<engine::Overview>(data));
}

void FakeBackend::modelsThisMonth(const Id &, QObject *context,
                                  Handler<QList<engine::ServiceTotal>> done)
{
    const auto total = [](const QString &name, qint64 requests, qint64 cents) {
        return engine::ServiceTotal{name, name, requests, Money::fromCents(cents), {}, {}};
    };
    later(context, std::move(done),
          Result<QList<engine::ServiceTotal>>(
              {total(u"gpt-4.1"_s, 286, 906), total(u"gpt-image-1"_s, 35, 147),
               total(u"gpt-4.1-mini"_s, 175, 110), total(u"sora-2"_s, 2, 80)}));
}

void FakeBackend::modelChoices(const Id &, QObject *context,
                               Handler<QList<engine::ModelChoice>> done)
{
    later(context, std::move(done), Result<QList<engine::ModelChoice>>(choices));
}

void FakeBackend::adminKey(const Id &, QObject *context, Handler<std::optional<AdminKey>> done)
{
    later(context, std::move(done), Result<std::optional<AdminKey>>(admin));
}

void FakeBackend::setAdminKey(const Id &id, Secret key, QObject *context, Handler<Done> done)
{
    log += u"admin key "_s + nameOf(id);
    admin = AdminKey{KeySource::Keychain, key.tail(), {}, {}};
    later(context, std::move(done), Result<Done>(Done{}));
}

void FakeBackend::removeAdminKey(const Id &id, QObject *context, Handler<Done> done)
{
    log += u"no admin key "_s + nameOf(id);
    admin.reset();
    later(context, std::move(done), Result<Done>(Done{}));
}

void FakeBackend::reconcile(const QDate &month, QObject *context,
                            Handler<engine::Reconciliation> done)
{
    log += u"reconcile "_s + month.toString(u"yyyy-MM"_s);
    later(context, std::move(done), Result<engine::Reconciliation>(reconciliation));
}

void FakeBackend::tryKey(const Trial &trial, Secret key, const CancelToken &cancel,
                         QObject *context, Handler<KeyCheck> done)
{
    if (key.isEmpty())
        return later(context, std::move(done), Result<KeyCheck>(Error(Error::Kind::Network)));
    ++trials;
    lastTrial = trial;
    log += u"try "_s + trial.service;
    m_lastCancel = cancel;
    if (keyAnswer)
        later(context, std::move(done), *keyAnswer);
}

void FakeBackend::add(const Wanted &wanted, Secret key, QObject *context, Handler<Integration> done)
{
    if (addError)
        return later(context, std::move(done), Result<Integration>(*addError));
    added = wanted;
    addedKey = key.reveal([](QByteArrayView bytes) { return bytes.toByteArray(); });
    engine::IntegrationSummary summary;
    summary.integration.id = Id::create(sample::now());
    summary.integration.name = wanted.name;
    summary.integration.service = wanted.service;
    summary.integration.model = wanted.model;
    summary.integration.keyTail = key.tail();
    summary.serviceName = wanted.service;
    summary.byDay = QList<Money>(18);
    data.integrations += summary;
    log += u"add "_s + wanted.name;
    later(context, std::move(done), Result<Integration>(summary.integration));
}

void FakeBackend::test(const Id &id, QObject *context, Handler<KeyCheck> done)
{
    log += u"test "_s + nameOf(id);
    later(context, std::move(done), keyAnswer.value_or(Result<KeyCheck>(KeyCheck{})));
}

void FakeBackend::replaceKey(const Id &id, Secret key, bool, QObject *context, Handler<Done> done)
{
    log += u"replace key of %1 by %2"_s.arg(nameOf(id), key.tail());
    later(context, std::move(done), Result<Done>(Done{}));
}

void FakeBackend::changeBaseUrl(const Id &id, const QString &baseUrl, Secret key, bool,
                                QObject *context, Handler<Done> done)
{
    log += u"move %1 to %2 with %3"_s.arg(nameOf(id), baseUrl, key.tail());
    later(context, std::move(done), Result<Done>(Done{}));
}

void FakeBackend::update(const Integration &changed, QObject *context, Handler<Done> done)
{
    if (updateError)
        return later(context, std::move(done), Result<Done>(*updateError));
    updated = changed;
    log += u"update "_s + changed.name;
    for (auto &summary : data.integrations) {
        if (summary.integration.id == changed.id)
            summary.integration = changed;
    }
    later(context, std::move(done), Result<Done>(Done{}));
}

void FakeBackend::setEnabled(const Id &id, bool enabled, QObject *context, Handler<Done> done)
{
    log += (enabled ? u"enable "_s : u"disable "_s) + nameOf(id);
    for (auto &summary : data.integrations) {
        if (summary.integration.id == id) {
            summary.integration.enabled = enabled;
            summary.health = enabled ? Health::Active : Health::Disabled;
        }
    }
    later(context, std::move(done), Result<Done>(Done{}));
}

void FakeBackend::reorder(const QList<Id> &order, QObject *context, Handler<Done> done)
{
    QList<engine::IntegrationSummary> sorted;
    QStringList names;
    for (const Id &id : order) {
        for (const auto &summary : std::as_const(data.integrations)) {
            if (summary.integration.id == id)
                sorted += summary;
        }
        names += nameOf(id);
    }
    data.integrations = sorted;
    log += u"order "_s + names.join(u", "_s);
    later(context, std::move(done), Result<Done>(Done{}));
}

void FakeBackend::remove(const Id &id, QObject *context, Handler<Done> done)
{
    log += u"remove "_s + nameOf(id);
    for (qsizetype i = 0; i < data.integrations.size(); ++i) {
        if (data.integrations.at(i).integration.id == id) {
            m_bin += data.integrations.takeAt(i);
            break;
        }
    }
    later(context, std::move(done), Result<Done>(Done{}));
}

void FakeBackend::restore(const Id &id, QObject *context, Handler<Done> done)
{
    for (const auto &summary : std::as_const(m_bin)) {
        if (summary.integration.id == id)
            data.integrations.prepend(summary);
    }
    log += u"restore "_s + nameOf(id);
    later(context, std::move(done), Result<Done>(Done{}));
}

void FakeBackend::forget(const Id &id, QObject *context, Handler<Done> done)
{
    for (const auto &summary : std::as_const(m_bin)) {
        if (summary.integration.id == id)
            log += u"forget "_s + summary.integration.name;
    }
    later(context, std::move(done), Result<Done>(Done{}));
}

void FakeBackend::keyPlace(QObject *context, std::function<void(KeyPlace)> done)
{
    later(context, std::move(done), place);
}

void FakeBackend::unlockKeychain(QObject *context, Handler<Done> done)
{
    log += u"unlock"_s;
    place.status.state = KeychainState::Ready;
    later(context, std::move(done), Result<Done>(Done{}));
}

void FakeBackend::createVault(Secret password, QObject *context, Handler<Done> done)
{
    log += u"create vault with %1 characters"_s.arg(password.size());
    place = {{KeychainState::Ready, u"Keyway vault"_s, {}}, true};
    later(context, std::move(done), Result<Done>(Done{}));
}

void FakeBackend::openVault(Secret, QObject *context, Handler<Done> done)
{
    log += u"open vault"_s;
    later(context, std::move(done),
          Result<Done>(Error(Error::Kind::Keychain).withReason(u"wrong-password"_s)));
}

} // namespace keyway
