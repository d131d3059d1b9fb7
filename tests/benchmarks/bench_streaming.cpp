#include "ui/desktop/prompts/conversationview.h"
#include "ui/desktop/prompts/promptspage.h"
#include "ui/theme/keywaystyle.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace keyway;
using namespace Qt::StringLiterals;

// Streams an answer of 5,000 words into the page and measures every turn of the event loop: how
// long the window could not react. usage: bench_streaming [words a second, 0 for everything at
// once]

namespace {

/// Measures each event that the application handles by itself, the longest nested ones included.
class MeasuredApplication : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth++ > 0) {
            const bool handled = QApplication::notify(receiver, event);
            --m_depth;
            return handled;
        }
        QElapsedTimer timer;
        timer.start();
        const bool handled = QApplication::notify(receiver, event);
        --m_depth;
        // Events that do nothing would only make the figures look better.
        if (timer.nsecsElapsed() > 20'000)
            turns.push_back(timer.nsecsElapsed());
        return handled;
    }
    std::vector<qint64> turns; ///< nanoseconds

private:
    int m_depth = 0;
};

QString answer()
{
    QString text;
    int words = 0;
    for (int section = 1; words < 5000; ++section) {
        text += u"## Part %1\n\n"_s.arg(section);
        for (int i = 0; i < 4; ++i)
            text += u"Of **212 comments** some `code` and [a link](https://example.org/) "
                    u"give a reason, and the rest of this sentence is as long as usual. "_s;
        text
            += u"\n\n1. Promise a delivery week when the order is placed\n2. Redraw the steps\n"
               u"   - with a third hand\n\n| Theme | Share |\n|---|--:|\n| Delivery | 38% |\n"
               u"| Assembly | 27% |\n\n```python\ndef f(x):\n    return \"text\"  # why\n```\n\n"_s;
        words += 130;
    }
    return text;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    MeasuredApplication app(argc, argv);
    KeywayStyle::install(app);
    const int speed = argc > 1 ? atoi(argv[1]) : 200;
    const QString text = answer();

    PromptsPage page;
    page.resize(1280, 766);
    page.show();
    AnswerValue value;
    value.requestId = *Id::fromString(u"01900000-0000-7000-8000-000000000001"_s);
    value.state = AnswerValue::State::Writing;
    value.startedAt = QDateTime::currentDateTimeUtc();
    AttemptValue attempt;
    attempt.running = true;
    attempt.record.model = u"model"_s;
    attempt.prices = UnitPrices{{Counter::InUncached, Price::fromPico(2'000'000)},
                                {Counter::OutText, Price::fromPico(8'000'000)}};
    value.attempts = {attempt};
    value.plan = routing::RoutePlan{};
    page.addMessage({u"A prompt"_s, {}}, value.startedAt);
    page.addMessage({{}, value}, value.startedAt);
    QElapsedTimer all;
    all.start();
    qsizetype sent = 0;
    QTimer feed;
    // As the engine's relay does: what came in 1/12 of a second, at once.
    feed.setInterval(83);
    const double letters = speed > 0 ? 6.2 * speed * 0.083 : double(text.size());
    QObject::connect(&feed, &QTimer::timeout, &app, [&] {
        sent = std::min(text.size(), sent + qsizetype(letters));
        value.attempts.last().text = text.left(sent);
        value.text = value.attempts.last().text;
        if (sent == text.size()) {
            value.attempts.last().running = false;
            value.state = AnswerValue::State::Complete;
            feed.stop();
            QTimer::singleShot(1000, &app, &QApplication::quit);
        }
        page.updateAnswer(value, QDateTime::currentDateTimeUtc());
    });
    feed.start();
    app.turns.clear();
    QApplication::exec();
    std::vector<qint64> turns = app.turns;
    std::sort(turns.begin(), turns.end());
    const auto at = [&](int permille) {
        return double(turns.at((turns.size() - 1) * std::size_t(permille) / 1000)) / 1e6;
    };
    std::printf("%d words/s: %zu turns in %.1f s, p50 %.2f ms, p99 %.2f ms, max %.2f ms\n", speed,
                turns.size(), double(all.elapsed()) / 1e3, at(500), at(990), at(1000));
    return 0;
}
