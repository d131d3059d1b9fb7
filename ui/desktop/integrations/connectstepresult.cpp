#include "core/base/loopback.h"
#include "core/providers/httpexchange.h"
#include "ui/desktop/integrations/connectaside.h"
#include "ui/desktop/integrations/connectionfields.h"
#include "ui/desktop/integrations/connectstep.h"
#include "ui/desktop/integrations/limitrow.h"
#include "ui/theme/textscale.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/resultline.h"
#include "ui/words/connecting.h"
#include "ui/words/dates.h"
#include "ui/words/keychain.h"
#include "ui/words/prices.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

using namespace Qt::StringLiterals;
using State = keyway::KeyChecker::State;

namespace keyway {

words::ErrorFacts ConnectStep::facts() const
{
    words::ErrorFacts facts;
    facts.serviceName = m_service.name;
    facts.integrationName = m_name->text();
    facts.host = QUrl(address()).host();
    facts.local = m_service.local || isLoopbackHost(facts.host);
    facts.newKey = true;
    facts.keyLength = m_checker ? m_checker->keyLength() : 0;
    facts.usualKeyLength = m_service.keyLength;
    return facts;
}

void ConnectStep::showCheck()
{
    const State state = m_checker->state();
    const QString asking = tr("Asking %1…").arg(m_service.name);
    m_key->setBusy(state == State::Asking, asking);
    m_key->edit()->setErrorState(state == State::Refused && hasKey());
    switch (state) {
    case State::Empty:
    case State::Waiting:
        m_result->clear();
        break;
    case State::Asking:
        if (m_service.local)
            m_result->show(Status::Info, asking);
        else
            m_result->clear();
        break;
    case State::OtherShape: {
        const Catalogue catalogue = m_backend->catalogue();
        const Service *other = catalogue.service(m_checker->otherService());
        const QString start = m_service.keyPrefixes.value(0);
        m_result->show(Status::Degraded,
                       tr("%1 keys usually start with %2.").arg(m_service.name, start),
                       other ? tr("This one looks like a key of %1.").arg(other->name)
                             : tr("Is this one from another service?"));
        if (other) {
            const QString id = other->id;
            auto *link = m_result->addLink(tr("Use it for %1").arg(other->name));
            connect(link, &QPushButton::clicked, this, [this, id] { Q_EMIT useFor(id); });
        }
        auto *anyway = m_result->addLink(tr("Test it anyway"));
        connect(anyway, &QPushButton::clicked, m_checker, &KeyChecker::checkNow);
        break;
    }
    case State::Works:
        showWorks(*m_checker->result());
        break;
    case State::Refused:
    case State::Unsure:
        showRefusal(*m_checker->error());
        break;
    }
    fillModels();
    Q_EMIT changed();
}

void ConnectStep::showWorks(const KeyCheck &check)
{
    const QString time = words::duration(check.duration);
    const int models = static_cast<int>(check.models.size());
    QString text;
    if (hasKey())
        text = models > 0 ? tr("%1 accepted it in %2 and offers %n model(s).", nullptr, models)
                                .arg(m_service.name, time)
                          : tr("%1 accepted it in %2.").arg(m_service.name, time);
    else
        text = models > 0
            ? tr("It answered in %1 and offers %n model(s).", nullptr, models).arg(time)
            : tr("It answered in %1.").arg(time);
    m_result->show(Status::Active,
                   m_service.local ? tr("%1 is running.").arg(m_service.name)
                       : hasKey()  ? tr("This key works.")
                                   : tr("It needs no key."),
                   text);
}

void ConnectStep::showRefusal(const Error &error)
{
    const auto message = words::errorWords(error, facts());
    const bool refused = error.kind() == Error::Kind::Auth;
    m_result->show(refused ? Status::Down : Status::Degraded, message.title, message.text);
    auto *again = m_result->addLink(tr("Try again"));
    connect(again, &QPushButton::clicked, m_checker, &KeyChecker::checkNow);
    const QString code = words::errorCode(error);
    if (!code.isEmpty()) {
        auto *details = m_result->addLink(tr("Details (%1)").arg(code));
        const QString text = message.details;
        connect(details, &QPushButton::clicked, this, [this, details, message, text, refused] {
            m_result->show(refused ? Status::Down : Status::Degraded, message.title,
                           message.text + u'\n' + text);
            auto *retry = m_result->addLink(tr("Try again"));
            connect(retry, &QPushButton::clicked, m_checker, &KeyChecker::checkNow);
        });
    }
}

void ConnectStep::showError(const Error &error)
{
    switch (error.kind()) {
    case Error::Kind::Cancelled:
    case Error::Kind::Rejected:
    case Error::Kind::Budget:
    case Error::Kind::Storage:
    case Error::Kind::Keychain:
    case Error::Kind::Internal:
        break;
    default:
        // Its last test failed: the same words and ways on as while the key was typed.
        return m_checker->fail(error);
    }
    const auto message = words::errorWords(error, facts());
    m_result->show(error.kind() == Error::Kind::Auth || error.kind() == Error::Kind::Keychain
                       ? Status::Down
                       : Status::Degraded,
                   message.title, message.text);
}

QStringList ConnectStep::modelsToChoose() const
{
    const QDate day = QDateTime::currentDateTimeUtc().date();
    const auto &result = m_checker ? m_checker->result() : std::nullopt;
    // Azure lists what could be deployed, not what is.
    QStringList offered
        = result && !words::namesModelsByDeployment(m_service) ? result->models : QStringList();
    const bool listed = !offered.isEmpty();
    QStringList models;
    for (const Model &model : m_service.models) {
        if (listed ? offered.removeOne(model.id) : !model.retiredOn(day))
            models += model.id;
    }
    offered.sort(Qt::CaseInsensitive);
    return models + offered;
}

void ConnectStep::makeModelEditable(bool editable)
{
    if (m_model->isEditable() == editable)
        return;
    m_model->setEditable(editable);
    if (!editable)
        return;
    const bool deployed = words::namesModelsByDeployment(m_service);
    m_model->lineEdit()->setPlaceholderText(deployed ? tr("Name of the deployment")
                                                     : tr("Name of the model"));
    connect(m_model->lineEdit(), &QLineEdit::textEdited, this, [this] { m_modelChosen = true; });
}

void ConnectStep::fillModels()
{
    const QString before = m_model->currentText();
    const bool deployed = words::namesModelsByDeployment(m_service);
    const auto &result = m_checker ? m_checker->result() : std::nullopt;
    const bool listed = result && !result->models.isEmpty() && !deployed;
    const State state = m_checker ? m_checker->state() : State::Empty;
    const bool known
        = deployed || state == State::Works || state == State::Unsure || state == State::OtherShape;
    const QSignalBlocker quiet(m_model);
    const QStringList models = modelsToChoose();
    m_model->clear();
    // Where the service lists nothing, any name may be right.
    makeModelEditable(known && !listed);
    m_model->setEnabled(known);
    if (!known) {
        m_model->setPlaceholderText(m_service.needsKey ? tr("Known once the key works")
                                                       : tr("Known once it answers"));
        m_model->setCurrentIndex(-1);
    } else {
        const QDate day = QDateTime::currentDateTimeUtc().date();
        for (const QString &id : models) {
            m_model->addItem(id);
            m_model->setItemData(m_model->count() - 1, words::modelLine(m_service.model(id), day),
                                 Qt::ToolTipRole);
        }
        const bool keeps = models.isEmpty() || deployed
            || (m_modelChosen && (m_model->isEditable() || models.contains(before)));
        const QString wanted = keeps                  ? before
            : models.contains(m_service.defaultModel) ? m_service.defaultModel
                                                      : models.value(0);
        m_model->setCurrentIndex(static_cast<int>(models.indexOf(wanted)));
        if (m_model->isEditable())
            m_model->setEditText(wanted);
    }
    m_aside->setModel(known ? m_model->currentText() : m_service.defaultModel,
                      QDateTime::currentDateTimeUtc().date());
}

IntegrationsBackend::Wanted ConnectStep::wanted() const
{
    IntegrationsBackend::Wanted wanted;
    wanted.service = m_service.id;
    wanted.name = m_name->text().trimmed();
    wanted.baseUrl = address();
    wanted.model = m_model->isEnabled() ? m_model->currentText().trimmed() : QString();
    wanted.monthlyLimit = m_limit->limit();
    wanted.limitAction = m_limit->action();
    wanted.firstByteTimeout = std::chrono::seconds(m_wait->value());
    wanted.automaticRouting = m_automatic->isChecked();
    wanted.connection = m_connection->policy();
    wanted.keySource = m_service.needsKey || hasKey() ? m_keySource : KeySource::None;
    return wanted;
}

Secret ConnectStep::secret() const
{
    return m_key->secret();
}

bool ConnectStep::hasKey() const
{
    return !m_key->isEmpty();
}

bool ConnectStep::hasTarget() const
{
    return checkedBaseUrl(address()).ok() && m_connection->isValid();
}

bool ConnectStep::canAdd() const
{
    const State state = m_checker->state();
    return hasTarget() && m_limit->isValid() && (!m_service.needsKey || hasKey())
        && state != State::Refused && state != State::Empty;
}

bool ConnectStep::offersUntested() const
{
    const State state = m_checker->state();
    return hasTarget() && m_limit->isValid()
        && (state == State::Refused || state == State::Unsure || state == State::OtherShape);
}

void ConnectStep::setKeychain(const KeychainStatus &status)
{
    m_aside->setKeychain(status);
    m_keySource = words::isVault(status) ? KeySource::Vault : KeySource::Keychain;
}

void ConnectStep::stop()
{
    m_checker->stop();
}

void ConnectStep::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool two = width() >= forText(700);
    m_columns->setDirection(two ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_aside->setFixedWidth(two ? forText(268) : std::max(width(), 200));
}

} // namespace keyway
