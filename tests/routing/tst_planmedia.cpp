#include "core/guard/reservation.h"
#include "tests/routing/planfixture.h"

#include <QtTest/QTest>

using namespace planfixture;

namespace {

InputRule rule(const QString &kind, int most = 1, bool required = false)
{
    InputRule made;
    made.kind = kind;
    made.mimeTypes = {u"image/png"_s, u"image/jpeg"_s};
    made.maxBytes = 1000;
    made.most = most;
    made.required = required;
    return made;
}

RouteInput input(const QString &kind, qint64 bytes = 100, const QString &mimeType = u"image/png"_s)
{
    return {kind, mimeType, bytes};
}

/// The models of all options make this, and take nothing but words.
RouteSnapshot makersOf(RequestType type)
{
    RouteSnapshot snapshot = three();
    snapshot.type = type;
    for (Option &entry : snapshot.options)
        entry.facts->types = {type};
    return snapshot;
}

PriceQuote videoPrice(int centsPerSecond)
{
    PriceQuote quote;
    quote.prices
        = {{Counter::VideoSeconds, Price::fromPico(centsPerSecond * qint64(10'000'000'000))}};
    return quote;
}

} // namespace

/// Who is left out for what goes with a prompt or for what is asked of the result, and what
/// pictures and videos are expected to cost.
class TestPlanMedia : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inputs_data()
    {
        QTest::addColumn<RequestType>("type");
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("reason"); ///< of A; empty: it is asked first
        QTest::addColumn<QByteArray>("values");
        const auto row = [](const char *name, RequestType type, const Change &change,
                            const QString &reason = {}, const QByteArray &values = {}) {
            QTest::newRow(name) << type << change << reason << values;
        };
        const RequestType text = RequestType::Text;
        const RequestType image = RequestType::Image;
        const RequestType video = RequestType::Video;
        const auto give
            = [](RouteSnapshot &s, const QList<InputRule> &rules, const QList<RouteInput> &inputs) {
                  s.options[0].facts->inputs = rules;
                  s.inputs = inputs;
              };
        const QString no = u"input-not-supported"_s;

        row("a picture to look at", text,
            [=](RouteSnapshot &s) { give(s, {rule(u"image"_s)}, {input(u"image"_s)}); });
        row(
            "a picture for who reads only", text,
            [=](RouteSnapshot &s) { give(s, {}, {input(u"image"_s)}); }, no,
            R"({"kind":"image","mime_type":"image/png","model":"m-a"})");
        row("a picture for a model nobody described", text, [=](RouteSnapshot &s) {
            s.inputs = {input(u"image"_s)};
            s.options[0].facts.reset();
        });
        row(
            "a type that is not taken", text,
            [=](RouteSnapshot &s) {
                give(s, {rule(u"image"_s)}, {input(u"image"_s, 100, u"image/tiff"_s)});
            },
            no, R"({"kind":"image","mime_type":"image/tiff","model":"m-a"})");
        row("any type where none is named", text, [=](RouteSnapshot &s) {
            InputRule any = rule(u"image"_s);
            any.mimeTypes.clear();
            give(s, {any}, {input(u"image"_s, 100, u"image/tiff"_s)});
        });
        row("just small enough", text,
            [=](RouteSnapshot &s) { give(s, {rule(u"image"_s)}, {input(u"image"_s, 1000)}); });
        row(
            "a byte too large", text,
            [=](RouteSnapshot &s) { give(s, {rule(u"image"_s)}, {input(u"image"_s, 1001)}); },
            u"input-too-large"_s,
            R"({"bytes":1001,"kind":"image","limit_bytes":1000,"model":"m-a"})");
        row("any size where no limit is known", text, [=](RouteSnapshot &s) {
            InputRule unlimited = rule(u"image"_s);
            unlimited.maxBytes = 0;
            give(s, {unlimited}, {input(u"image"_s, 1'000'000'000)});
        });
        row("as many as it takes", text, [=](RouteSnapshot &s) {
            give(s, {rule(u"image"_s, 2)}, {input(u"image"_s), input(u"image"_s)});
        });
        row(
            "one more than it takes", text,
            [=](RouteSnapshot &s) {
                give(s, {rule(u"image"_s, 1)}, {input(u"image"_s), input(u"image"_s)});
            },
            no, R"({"kind":"image","mime_type":"image/png","model":"m-a"})");
        row("a text file goes into the prompt", text,
            [=](RouteSnapshot &s) { give(s, {}, {input(u"text"_s, 5000, u"text/plain"_s)}); });
        row(
            "a text file for who draws", image,
            [=](RouteSnapshot &s) { give(s, {}, {input(u"text"_s, 5, u"text/plain"_s)}); }, no,
            R"({"kind":"text","mime_type":"text/plain","model":"m-a"})");
        row(
            "a PDF where pictures are taken", text,
            [=](RouteSnapshot &s) {
                give(s, {rule(u"image"_s)}, {input(u"pdf"_s, 5, u"application/pdf"_s)});
            },
            no, R"({"kind":"pdf","mime_type":"application/pdf","model":"m-a"})");
        row("a PDF", text, [=](RouteSnapshot &s) {
            InputRule pdf = rule(u"pdf"_s);
            pdf.mimeTypes = {u"application/pdf"_s};
            give(s, {pdf}, {input(u"pdf"_s, 5, u"application/pdf"_s)});
        });
        row(
            "a file of no known kind", text,
            [=](RouteSnapshot &s) {
                give(s, {rule(u"image"_s)}, {input(u"other"_s, 5, u"application/zip"_s)});
            },
            no, R"({"kind":"other","mime_type":"application/zip","model":"m-a"})");
        row("a picture to edit", image,
            [=](RouteSnapshot &s) { give(s, {rule(u"image"_s, 1, true)}, {input(u"image"_s)}); });
        row(
            "no picture to edit", image,
            [=](RouteSnapshot &s) { give(s, {rule(u"image"_s, 1, true)}, {}); }, u"input-missing"_s,
            R"({"kind":"image","model":"m-a"})");
        row(
            "the mask is missing", image,
            [=](RouteSnapshot &s) {
                give(s, {rule(u"image"_s, 1, true), rule(u"mask"_s, 1, true)}, {input(u"image"_s)});
            },
            u"input-missing"_s, R"({"kind":"mask","model":"m-a"})");
        row(
            "a mask where none is taken", image,
            [=](RouteSnapshot &s) {
                give(s, {rule(u"image"_s)}, {input(u"image"_s), input(u"mask"_s)});
            },
            no, R"({"kind":"mask","mime_type":"image/png","model":"m-a"})");
        row("a picture begins a video", video,
            [=](RouteSnapshot &s) { give(s, {rule(u"first-frame"_s)}, {input(u"image"_s)}); });
        row("and is what had to be there", video, [=](RouteSnapshot &s) {
            give(s, {rule(u"first-frame"_s, 1, true)}, {input(u"image"_s)});
        });
        row(
            "but does not begin a picture", image,
            [=](RouteSnapshot &s) { give(s, {rule(u"first-frame"_s)}, {input(u"image"_s)}); }, no,
            R"({"kind":"image","mime_type":"image/png","model":"m-a"})");
        row(
            "two first frames", video,
            [=](RouteSnapshot &s) {
                give(s, {rule(u"first-frame"_s)}, {input(u"first-frame"_s), input(u"image"_s)});
            },
            no, R"({"kind":"image","mime_type":"image/png","model":"m-a"})");
        row(
            "a last frame where only first ones are taken", video,
            [=](RouteSnapshot &s) { give(s, {rule(u"first-frame"_s)}, {input(u"last-frame"_s)}); },
            no, R"({"kind":"last-frame","mime_type":"image/png","model":"m-a"})");

        const auto offer = [](RouteSnapshot &s, const QString &name, const QStringList &values,
                              const QString &wanted) {
            s.options[0].facts->options.insert(name, values);
            s.wanted.insert(name, wanted);
        };
        row("a size on offer", image, [=](RouteSnapshot &s) {
            offer(s, u"size"_s, {u"512x512"_s, u"1024x1024"_s}, u"1024x1024"_s);
        });
        row(
            "a size that is not on offer", image,
            [=](RouteSnapshot &s) {
                offer(s, u"size"_s, {u"512x512"_s, u"1024x1024"_s}, u"8x8"_s);
            },
            u"option-not-supported"_s,
            R"({"model":"m-a","offered":"512x512, 1024x1024","option":"size","value":"8x8"})");
        row("a size nobody said anything about", image,
            [=](RouteSnapshot &s) { s.wanted.insert(u"size"_s, u"8x8"_s); });
        row(
            "too long a video", video,
            [=](RouteSnapshot &s) {
                offer(s, u"duration"_s, {u"5"_s, u"9"_s}, u"60"_s);
                s.videoSeconds = 60;
            },
            u"option-not-supported"_s,
            R"({"model":"m-a","offered":"5, 9","option":"duration","value":"60"})");
        row("silence", video, [=](RouteSnapshot &s) {
            offer(s, u"sound"_s, {u"on"_s, u"off"_s}, u"off"_s);
        });
        row(
            "the file is named before the option", image,
            [=](RouteSnapshot &s) {
                offer(s, u"size"_s, {u"512x512"_s}, u"8x8"_s);
                give(s, {}, {input(u"image"_s)});
            },
            no, R"({"kind":"image","mime_type":"image/png","model":"m-a"})");
    }

    void inputs()
    {
        QFETCH(RequestType, type);
        QFETCH(Change, change);
        QFETCH(QString, reason);
        QFETCH(QByteArray, values);
        RouteSnapshot snapshot = makersOf(type);
        snapshot.options.resize(1);
        change(snapshot);
        const RoutePlan made = plan(snapshot);
        if (reason.isEmpty()) {
            QCOMPARE(shortly(made), u"A first-in-order; "_s);
            return;
        }
        QCOMPARE(shortly(made), u"; A "_s + reason);
        QCOMPARE(compact(made.excluded[0].reason.values), values);
    }

    void othersAreAskedInstead()
    {
        RouteSnapshot snapshot = makersOf(RequestType::Image);
        snapshot.inputs = {input(u"image"_s, 2000)};
        snapshot.options[0].facts->inputs = {rule(u"image"_s)};
        InputRule large = rule(u"image"_s);
        large.maxBytes = 4000;
        snapshot.options[2].facts->inputs = {large};
        QCOMPARE(shortly(plan(snapshot)),
                 u"C first-in-order; A input-too-large, B input-not-supported"_s);
    }

    void costs_data()
    {
        QTest::addColumn<RequestType>("type");
        QTest::addColumn<Change>("change");
        QTest::addColumn<qint64>("expected"); ///< nano-dollars; -1: not known
        QTest::addColumn<qint64>("worst");
        const auto row
            = [](const char *name, RequestType type, const Change &change, qint64 expected,
                 qint64 worst) { QTest::newRow(name) << type << change << expected << worst; };
        const RequestType image = RequestType::Image;
        const RequestType video = RequestType::Video;
        const auto byToken = [](RouteSnapshot &s) {
            PriceQuote quote = textPrice(5, 10);
            quote.prices.insert(Counter::OutImage, Price::fromPico(30'000'000));
            s.options[0].price = quote;
            s.options[0].facts->imageTokens = 1000;
        };
        row(
            "by picture", image,
            [](RouteSnapshot &s) {
                s.options[0].price = imagePrice(3);
                s.imageCount = 4;
            },
            120'000'000, 120'000'000);
        // 1,000 tokens in at $5; 4,000 bytes at most, and twice the usual picture.
        row("by token", image, byToken, 5'000'000 + 30'000'000, 20'000'000 + 60'000'000);
        row(
            "by token, three of them", image,
            [=](RouteSnapshot &s) {
                byToken(s);
                s.imageCount = 3;
            },
            5'000'000 + 90'000'000, 20'000'000 + 180'000'000);
        row(
            "by token, in a large size", image,
            [=](RouteSnapshot &s) {
                byToken(s);
                s.options[0].facts->imageTokensBy = {{{{u"size"_s, u"4K"_s}}, 2000}};
                s.priceFacts.insert(u"size"_s, u"4K"_s);
            },
            5'000'000 + 60'000'000, 20'000'000 + 120'000'000);
        // 16,384 tokens at $5 for the picture that goes along.
        row(
            "by token, with a picture to edit", image,
            [=](RouteSnapshot &s) {
                byToken(s);
                s.options[0].facts->inputs = {rule(u"image"_s)};
                s.inputs = {input(u"image"_s)};
            },
            5'000'000 + 30'000'000, 20'000'000 + 16'384 * 5'000 + 60'000'000);
        row(
            "by token, size not known", image,
            [=](RouteSnapshot &s) {
                byToken(s);
                s.options[0].facts->imageTokens = 0;
            },
            -1, -1);
        row(
            "by second", video,
            [](RouteSnapshot &s) {
                s.options[0].price = videoPrice(12);
                s.videoSeconds = 5;
            },
            600'000'000, 600'000'000);
        row(
            "by second, as long as usual", video,
            [](RouteSnapshot &s) {
                s.options[0].price = videoPrice(12);
                s.options[0].facts->options = {{u"duration"_s, {u"8"_s, u"4"_s}}};
            },
            960'000'000, 960'000'000);
        row(
            "by second, length not known", video,
            [](RouteSnapshot &s) { s.options[0].price = videoPrice(12); }, -1, -1);
        row(
            "a video without its price", video, [](RouteSnapshot &s) { s.videoSeconds = 5; }, -1,
            -1);
    }

    void costs()
    {
        QFETCH(RequestType, type);
        QFETCH(Change, change);
        QFETCH(qint64, expected);
        QFETCH(qint64, worst);
        RouteSnapshot snapshot = makersOf(type);
        snapshot.options.resize(1);
        change(snapshot);
        const auto known = [](qint64 nano) {
            return nano < 0 ? std::nullopt : std::optional(Money::fromNano(nano));
        };
        RoutePlan made = plan(snapshot);
        QCOMPARE(made.candidates.size(), 1);
        QCOMPARE(made.candidates[0].estimatedCost, known(expected));
        QCOMPARE(made.candidates[0].worstCost, known(worst));
        QCOMPARE(made.candidates[0].maxOutputTokens, 0);

        // A limit has to hold the worst.
        limit(snapshot.options[0], std::max<qint64>(worst, 1), 0);
        QCOMPARE(shortly(plan(snapshot)),
                 worst < 0 ? u"; A price-unknown-under-limit"_s : u"A first-in-order; "_s);
        if (worst < 0)
            return;
        limit(snapshot.options[0], worst, 1);
        QCOMPARE(shortly(plan(snapshot)), u"; A over-budget"_s);
    }
};

QTEST_GUILESS_MAIN(TestPlanMedia)
#include "tst_planmedia.moc"
