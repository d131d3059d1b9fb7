#include "tests/tools/replay.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>

#include <cstdio>

using namespace keyway;
using namespace Qt::StringLiterals;

// Replays recorded replies of services through Keyway's adapters, prices and retry rules, one line
// of JSON each, without a network. For checking an adapter against replies that were seen.

namespace {

constexpr int badUse = 2;

int usage()
{
    std::fputs("usage: keyway-replay MANIFEST.json [--split bytes|random:SEED]\n", stderr);
    return badUse;
}

std::optional<replay::Splitter> splitterFrom(const QString &name)
{
    if (name == "bytes"_L1)
        return replay::byteByByte;
    if (!name.startsWith("random:"_L1))
        return std::nullopt;
    bool isNumber = false;
    const quint32 seed = name.sliced(7).toUInt(&isNumber);
    return isNumber ? std::optional(replay::atRandom(seed)) : std::nullopt;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QStringList arguments = app.arguments().sliced(1);
    replay::Splitter splitter = replay::wholeBody;
    if (const qsizetype at = arguments.indexOf("--split"_L1); at >= 0) {
        const auto named = splitterFrom(arguments.value(at + 1));
        if (!named)
            return usage();
        splitter = *named;
        arguments.remove(at, 2);
    }
    if (arguments.size() != 1 || arguments.first().startsWith(u'-'))
        return usage();

    QFile file(arguments.first());
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(file.fileName()),
                     qPrintable(file.errorString()));
        return badUse;
    }
    const auto entries
        = replay::readManifest(file.readAll(), QFileInfo(file.fileName()).absolutePath());
    if (!entries) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(file.fileName()),
                     qPrintable(entries.error().detail()));
        return badUse;
    }
    const auto catalogue = Catalogue::load(u":/catalogue"_s);
    if (!catalogue) {
        std::fprintf(stderr, "%s\n", qPrintable(catalogue.error().detail()));
        return 1;
    }
    int status = 0;
    for (const replay::Entry &entry : *entries) {
        if (!replay::canReplay(entry.wire)) {
            std::fprintf(stderr, "%s: replies of %s cannot be replayed\n", qPrintable(entry.id),
                         nameOf(entry.wire).data());
            status = 1;
            continue;
        }
        const QJsonObject line
            = replay::toJson(entry, replay::replayed(entry, *catalogue, splitter));
        std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    }
    return status;
}
