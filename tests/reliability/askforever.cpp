#include "tests/reliability/askforever.h"

#include "core/async/spawn.h"
#include "core/engine/workspace.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTimer>

#include <cstdio>

namespace keyway {

using namespace Qt::StringLiterals;
using engine::AnswerEvent;

namespace {

constexpr int requestsAtATime = 6;

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

class Asker : public QObject {
public:
    Asker(engine::Workspace &workspace, QString name)
        : m_workspace(workspace)
        , m_name(std::move(name))
    {
    }

    void ask(int lane)
    {
        const QString prompt = u"[%1-%2-%3]"_s.arg(m_name).arg(lane).arg(++m_asked);
        PromptRequest request;
        request.messages = {{Message::Role::User, prompt}};
        engine::AskOptions options;
        if (lane % 3 == 0)
            options.doubleBill = engine::DoubleBill::Allow;
        const CancelSource stop;
        if (lane == 1) {
            const int soon = QRandomGenerator::global()->bounded(60);
            QTimer::singleShot(soon, this, [stop] { stop.cancel(); });
        }
        const auto again
            = [this, lane] { QTimer::singleShot(0, this, [this, lane] { ask(lane); }); };
        if (lane % 2 == 0) {
            spawn(
                this,
                [this, request, options, prompt, stop] {
                    return m_workspace.ask(request, options, teller(prompt), stop.token());
                },
                this, [again](const engine::Answer &) { again(); });
            return;
        }
        engine::ConversationTurn turn;
        turn.request = request;
        turn.options = options;
        spawn(
            this,
            [this, turn, prompt, stop] {
                return m_workspace.askIn(
                    turn, [](const engine::TurnKept &) {}, teller(prompt), stop.token());
            },
            this,
            [again](const Result<engine::Answer> &answer) {
                if (!answer)
                    qFatal("askIn: %s", qPrintable(answer.error().detail()));
                again();
            });
    }

private:
    static engine::AnswerSink teller(const QString &prompt)
    {
        return [prompt, textSeen = Id()](const AnswerEvent &event) mutable {
            if (const auto *started = std::get_if<engine::AttemptStarted>(&event)) {
                const UsageRecord &record = started->record;
                textSeen = record.recordId;
                say(u"started %1 %2 %3"_s.arg(record.recordId.toString(), record.integrationName,
                                              prompt));
            } else if (std::holds_alternative<engine::TextArrived>(event) && !textSeen.isNull()) {
                say(u"text "_s + textSeen.toString());
                textSeen = Id();
            } else if (const auto *ended = std::get_if<engine::AttemptEnded>(&event)) {
                const UsageRecord &record = ended->record;
                if (ended->error && ended->error->kind() == Error::Kind::Storage)
                    qFatal("not settled: %s", qPrintable(ended->error->detail()));
                say(u"ended %1 %2 %3 %4 %5"_s
                        .arg(record.recordId.toString(), nameOf(record.outcome),
                             nameOf(record.costState))
                        .arg(record.platformCost.nano())
                        .arg(record.platformFee.nano()));
            }
        };
    }

    engine::Workspace &m_workspace;
    const QString m_name;
    int m_asked = 0;
};

} // namespace

int askForEver(const QString &folder, const QString &name)
{
    engine::WorkspaceOptions options;
    options.dataDir = folder;
    const auto opened = engine::Workspace::open(options);
    if (!opened) {
        std::fprintf(stderr, "open: %s %s\n", qPrintable(opened.error().reason()),
                     qPrintable(opened.error().detail()));
        return 2;
    }
    Asker asker(**opened, name);
    say(u"ready"_s);
    for (int lane = 0; lane < requestsAtATime; ++lane)
        asker.ask(lane);
    return QCoreApplication::exec();
}

} // namespace keyway
