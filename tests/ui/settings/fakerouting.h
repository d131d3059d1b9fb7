#pragma once

#include "ui/desktop/settings/routingbackend.h"

#include <QtCore/QTimer>

#include <utility>

namespace keyway {

/// What is set, in memory. Answers come with the next turn of the event loop.
class FakeRouting : public RoutingBackend {
public:
    RoutingValue now;
    std::optional<Error> refuse; ///< what is set next
    int kept = 0;
    QList<routing::Vote> votes;

    void routing(QObject *context, Handler<RoutingValue> done) override
    {
        answer<RoutingValue>(context, done, now);
    }
    void setRouting(const engine::RoutingSettings &settings, QObject *context,
                    Handler<Done> done) override
    {
        ++kept;
        if (!refuse)
            now.settings = settings;
        answer<Done>(context, done, refuse ? Result<Done>(*refuse) : Done());
        refuse.reset();
        Q_EMIT changed();
    }
    void forgetVotes(QObject *context, Handler<QList<routing::Vote>> done) override
    {
        const Result<QList<routing::Vote>> gone
            = refuse ? Result<QList<routing::Vote>>(*refuse) : std::exchange(votes, {});
        refuse.reset();
        countVotes();
        answer<QList<routing::Vote>>(context, done, gone);
    }
    void restoreVotes(const QList<routing::Vote> &back, QObject *context,
                      Handler<Done> done) override
    {
        votes = back;
        countVotes();
        answer<Done>(context, done, Done());
    }
    void setVotes(const QList<routing::Vote> &all)
    {
        votes = all;
        countVotes();
    }

private:
    void countVotes()
    {
        now.comparisons = votes.size();
        now.votes = routing::voteShifts(votes, RequestType::Text, QDateTime::currentDateTimeUtc());
        Q_EMIT changed();
    }
    template <class T> static void answer(QObject *context, Handler<T> done, Result<T> result)
    {
        QTimer::singleShot(0, context,
                           [done = std::move(done), result = std::move(result)] { done(result); });
    }
};

namespace sample {

/// Four services, one of them disabled, and nothing set yet.
inline RoutingValue routing()
{
    RoutingValue value;
    const struct {
        const char *name, *service, *model;
        int quality;
    } services[] = {{"OpenAI (GPT-4)", "openai", "gpt-4.1", 88},
                    {"Google Gemini", "gemini", "gemini-2.5-flash", 72},
                    {"Ollama (this computer)", "ollama", "llama3.1:8b", 0},
                    {"Anthropic", "anthropic", "claude-haiku-5-5", 84}};
    for (const auto &one : services) {
        RoutingValue::Service service;
        service.name = QString::fromLatin1(one.name);
        service.service = QString::fromLatin1(one.service);
        service.serviceName = service.name;
        service.model = QString::fromLatin1(one.model);
        if (one.quality > 0)
            service.quality = one.quality;
        value.services.append(service);
    }
    value.services.last().enabled = false;
    return value;
}

/// With every kind of wish.
inline RoutingValue wishes()
{
    RoutingValue value = routing();
    value.settings.strategy = Strategy::Balanced;
    value.settings.wishes.ignore = {QStringLiteral("Anthropic"), QStringLiteral("mistral")};
    value.settings.wishes.maxPrice = Money::fromNano(5'000'000);
    value.settings.wishes.quality
        = {{QStringLiteral("openai/gpt-4.1"), 95}, {QStringLiteral("xai/grok-5"), 60}};
    value.settings.pause = std::chrono::seconds(300);
    value.votes = {{QStringLiteral("gemini/gemini-2.5-flash"), {4, 6}}};
    value.comparisons = 6;
    return value;
}

} // namespace sample
} // namespace keyway
