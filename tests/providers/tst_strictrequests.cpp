// Every kind of request that the catalogue lets a user make, through the adapters, to a simulator
// that refuses what the services' documentation does not know.

#include "core/catalogue/catalogue.h"
#include "core/providers/providerset.h"
#include "tests/support/await.h"
#include "tests/support/simulator/media.h"
#include "tests/support/simulator/providersimulator.h"

#include <QtCore/QJsonObject>
#include <QtCore/QSize>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 22);

/// A request, and what is special about it.
struct Variant {
    QString what;
    PromptRequest request;
};

/// Something that each parameter may be; empty: it is filled in from elsewhere.
QString sampleOf(const QString &parameter)
{
    static const QMap<QString, QString> samples{
        {u"temperature"_s, u"0.5"_s},
        {u"top_p"_s, u"0.9"_s},
        {u"top_k"_s, u"40"_s},
        {u"p"_s, u"0.9"_s},
        {u"k"_s, u"40"_s},
        {u"seed"_s, u"7"_s},
        {u"random_seed"_s, u"7"_s},
        {u"stop"_s, u"END"_s},
        {u"stop_sequences"_s, u"END"_s},
        {u"reasoning_effort"_s, u"low"_s},
        {u"thinking_level"_s, u"low"_s},
        {u"thinking_budget"_s, u"1024"_s},
        {u"response_format"_s, uR"({"type":"json_object"})"_s},
        {u"size"_s, u"1024x1024"_s},
        {u"quality"_s, u"low"_s},
        {u"background"_s, u"opaque"_s},
        {u"output_format"_s, u"png"_s},
        {u"output_compression"_s, u"50"_s},
        {u"moderation"_s, u"low"_s},
        {u"partial_images"_s, u"2"_s},
        {u"resolution"_s, u"1k"_s},
        {u"negative_prompt"_s, u"rain"_s},
        {u"aspect_ratio"_s, u"16:9"_s},
        {u"style_preset"_s, u"anime"_s},
        {u"cfg_scale"_s, u"5"_s},
        {u"prompt"_s, QString()},
        {u"image"_s, QString()},
        {u"last_frame"_s, QString()},
        {u"duration"_s, u"4"_s},
        {u"generate_audio"_s, u"true"_s},
        {u"grow_mask"_s, u"5"_s},
        {u"left"_s, u"10"_s},
        {u"right"_s, u"10"_s},
        {u"up"_s, u"10"_s},
        {u"down"_s, u"10"_s},
        {u"creativity"_s, u"0.3"_s},
        {u"search_prompt"_s, u"a dog"_s},
        {u"select_prompt"_s, u"a dog"_s},
        {u"control_strength"_s, u"0.7"_s},
        {u"fidelity"_s, u"0.5"_s},
        {u"safety_tolerance"_s, u"2"_s},
        {u"prompt_upsampling"_s, u"true"_s},
        {u"num_outputs"_s, u"1"_s},
        {u"style_type"_s, u"Auto"_s},
    };
    if (!samples.contains(parameter))
        qFatal("what may %s be?", qPrintable(parameter));
    return samples.value(parameter);
}

Attachment attachmentOf(const QString &kind, const QString &type)
{
    Attachment made;
    made.mimeType = type;
    made.name = u"input"_s;
    if (type.startsWith("image/"_L1))
        made.bytes = simulator::picture(type.toLatin1(), QSize(64, 64));
    else
        made.bytes = type == "application/pdf"_L1 ? "%PDF-1.7\n"_ba : "Some words.\n"_ba;
    if (kind == "mask"_L1)
        made.use = Attachment::Use::Mask;
    else if (kind == "first-frame"_L1)
        made.use = Attachment::Use::FirstFrame;
    else if (kind == "last-frame"_L1)
        made.use = Attachment::Use::LastFrame;
    return made;
}

QStringList typesOf(const InputRule &rule)
{
    if (rule.kind == "text"_L1)
        return {u"text/plain"_s, u"text/markdown"_s, u"application/json"_s};
    QStringList types(rule.mimeTypes.begin(), rule.mimeTypes.end());
    types.sort();
    return types;
}

void setOption(PromptRequest &request, const QString &name, const QString &value)
{
    const bool isVideo = request.type == RequestType::Video;
    if (name == "size"_L1)
        request.image.size = value;
    else if (name == "quality"_L1)
        request.image.quality = value;
    else if (name == "background"_L1)
        request.image.background = value;
    else if (name == "format"_L1)
        request.image.format = value;
    else if (name == "count"_L1)
        request.image.count = value.toInt();
    else if (name == "duration"_L1)
        request.video.seconds = value.toInt();
    else if (name == "sound"_L1)
        request.video.sound = value == "on"_L1;
    else if (name == "aspect_ratio"_L1)
        (isVideo ? request.video.aspectRatio : request.image.aspectRatio) = value;
    else if (name == "resolution"_L1)
        request.video.resolution = value;
    else
        qFatal("what is the option %s?", qPrintable(name));
}

/// The parameters without which a call makes no sense.
void addNeeded(PromptRequest &request, const Model *model)
{
    for (const QString &name : {u"search_prompt"_s, u"select_prompt"_s}) {
        if (model && model->parameters.contains(name))
            request.parameters.insert(name, sampleOf(name));
    }
    for (const InputRule &rule : model ? model->inputs : QList<InputRule>()) {
        if (rule.required)
            request.messages.last().attachments.append(
                attachmentOf(rule.kind, typesOf(rule).constFirst()));
    }
}

QList<Variant> variantsOf(RequestType type, const Model *model, const QStringList &parameters)
{
    PromptRequest plain;
    plain.type = type;
    plain.messages = {{Message::Role::User, u"Waves in the evening."_s}};
    addNeeded(plain, model);
    QList<Variant> variants{{u"plain"_s, plain}};
    if (type == RequestType::Text) {
        PromptRequest talk = plain;
        talk.instructions = u"Be brief."_s;
        talk.messages = {{Message::Role::User, u"Hello"_s},
                         {Message::Role::Assistant, u"Hello to you."_s},
                         {Message::Role::User, u"Waves in the evening."_s}};
        variants.append({u"conversation"_s, talk});
    }
    PromptRequest all = plain;
    for (const QString &name : parameters) {
        PromptRequest one = plain;
        if (!sampleOf(name).isEmpty())
            one.parameters.insert(name, sampleOf(name));
        variants.append({u"parameter "_s + name, one});
        all.parameters.insert(one.parameters);
    }
    for (const InputRule &rule : model ? model->inputs : QList<InputRule>()) {
        for (const QString &mimeType : typesOf(rule)) {
            PromptRequest one = plain;
            QList<Attachment> &attached = one.messages.last().attachments;
            if (rule.required)
                attached.removeIf([&](const Attachment &given) {
                    return given.use == attachmentOf(rule.kind, mimeType).use;
                });
            // A mask is one of a picture.
            if (rule.kind == "mask"_L1 && attached.isEmpty())
                attached.append(attachmentOf(u"image"_s, u"image/png"_s));
            attached.append(attachmentOf(rule.kind, mimeType));
            variants.append({u"input %1 %2"_s.arg(rule.kind, mimeType), one});
        }
        if (type == RequestType::Text)
            all.messages.last().attachments.append(
                attachmentOf(rule.kind, typesOf(rule).constFirst()));
        if (type == RequestType::Image && rule.most > 1) {
            PromptRequest two = plain;
            for (int i = 0; i < 2; ++i)
                two.messages.last().attachments.append(
                    attachmentOf(rule.kind, typesOf(rule).constFirst()));
            variants.append({u"two of "_s + rule.kind, two});
        }
    }
    variants.append({u"all"_s, all});
    if (model) {
        for (auto it = model->options.cbegin(); it != model->options.cend(); ++it) {
            for (const QString &value : it.value()) {
                PromptRequest one = plain;
                setOption(one, it.key(), value);
                variants.append({u"option %1 %2"_s.arg(it.key(), value), one});
            }
        }
    }
    return variants;
}

} // namespace

class TestStrictRequests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Result<Catalogue> catalogue = Catalogue::load(u":/catalogue"_s);
        QVERIFY2(catalogue.ok(), catalogue.ok() ? "" : qPrintable(catalogue.error().detail()));
        m_catalogue = *catalogue;
        QVERIFY(m_provider.start().ok());
    }

    void everyRequestOfTheCatalogue_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("model");
        for (const Service &service : m_catalogue.services()) {
            for (const Model &model : service.models) {
                if (!model.retiredOn(today))
                    QTest::addRow("%s %s", qPrintable(service.id), qPrintable(model.id))
                        << service.id << model.id;
            }
        }
    }
    void everyRequestOfTheCatalogue()
    {
        QFETCH(QString, service);
        QFETCH(QString, model);
        const Service &entry = *m_catalogue.service(service);
        const Model &facts = *entry.model(model);
        for (const RequestType type : facts.types)
            askAll(entry, model, &facts, type, facts.parameters.values());
    }

    void servicesWithoutAList_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QStringList>("parameters");
        const QStringList usual{u"temperature"_s,      u"top_p"_s,          u"seed"_s, u"stop"_s,
                                u"reasoning_effort"_s, u"response_format"_s};
        for (const QString &local : {u"llamacpp"_s, u"lmstudio"_s, u"vllm"_s})
            QTest::newRow(qPrintable(local)) << local << local << u"local-model"_s << usual;
        QTest::newRow("another service") << u"custom"_s << u"vllm"_s << u"local-model"_s << usual;
        QTest::newRow("ollama") << u"ollama"_s << u"ollama"_s << u"llama3.2:latest"_s
                                << QStringList{u"temperature"_s, u"seed"_s};
        QTest::newRow("replicate, a video")
            << u"replicate"_s << u"replicate"_s << u"google/veo-3.1"_s << QStringList{u"seed"_s};
    }
    void servicesWithoutAList()
    {
        QFETCH(QString, service);
        QFETCH(QString, base);
        QFETCH(QString, model);
        QFETCH(QStringList, parameters);
        const Service &entry = *m_catalogue.service(service);
        m_base = base;
        const RequestType type = service == "replicate"_L1 ? RequestType::Video : RequestType::Text;
        askAll(entry, model, nullptr, type, parameters);
        m_base.clear();
    }

    void keyChecks_data()
    {
        QTest::addColumn<QString>("service");
        for (const Service &service : m_catalogue.services())
            QTest::newRow(qPrintable(service.id)) << service.id;
    }
    void keyChecks()
    {
        QFETCH(QString, service);
        const Service &entry = *m_catalogue.service(service);
        const QString model = entry.defaultModel.isEmpty() ? u"local-model"_s : entry.defaultModel;
        m_base = service == "custom"_L1 ? u"vllm"_s : QString();
        auto checking = m_providers.forWire(entry.wire)
                            .checkKey(endpointOf(entry, model, nullptr),
                                      Secret::take("sk-canary-0123456789"), {});
        m_base.clear();
        const Result<KeyCheck> check = await(std::move(checking));
        QVERIFY2(check.ok(), check.ok() ? "" : qPrintable(check.error().detail() + check.error().reason() + check.error().reply().words));
        QCOMPARE(check->balance.has_value(), entry.balance.has_value());
    }

private:
    Endpoint endpointOf(const Service &service, const QString &model, const Model *facts) const
    {
        Endpoint endpoint;
        endpoint.service = service;
        endpoint.baseUrl = m_provider.baseUrl(m_base.isEmpty() ? service.id : m_base);
        endpoint.model = model;
        if (facts)
            endpoint.facts = *facts;
        endpoint.maxOutputTokens = 100;
        return endpoint;
    }

    void askAll(const Service &service, const QString &model, const Model *facts, RequestType type,
                const QStringList &parameters)
    {
        Provider &provider = m_providers.forWire(service.wireFor(type, facts));
        const Endpoint endpoint = endpointOf(service, model, facts);
        QVERIFY(endpoint.baseUrl.isValid());
        for (const Variant &variant : variantsOf(type, facts, parameters)) {
            m_provider.clear();
            const Completion done = ended(provider, variant.request, endpoint);
            const QString words = done.error ? Error::kindName(done.error->kind()) + u' '
                    + done.error->reason() + u' ' + done.error->reply().words
                                             : nameOf(done.outcome);
            QVERIFY2(!done.error && done.outcome == Outcome::Completed,
                     qPrintable(variant.what + u": "_s + words));
            QCOMPARE(m_provider.requests().size(), 1);
        }
    }

    static Completion ended(Provider &provider, const PromptRequest &request,
                            const Endpoint &endpoint)
    {
        Secret key = Secret::take("sk-canary-0123456789");
        if (JobProvider *jobs = provider.jobsFor(request, endpoint)) {
            auto starting = jobs->startJob(request, endpoint, std::move(key), {});
            const JobStart start = await(std::move(starting));
            Completion done = start.ended;
            if (start.ticket)
                done.outcome = Outcome::Completed;
            return done;
        }
        auto completing = provider.complete(request, endpoint, std::move(key), {}, {});
        return await(std::move(completing));
    }

    Catalogue m_catalogue;
    ProviderSimulator m_provider;
    ProviderSet m_providers;
    QString m_base; ///< where it is not the service's own
};

QTEST_GUILESS_MAIN(TestStrictRequests)
#include "tst_strictrequests.moc"
