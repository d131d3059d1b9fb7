// How often the detector of unusual spending is wrong: keyway-anomaly-study [--users COUNT] [FILE]

#include "tests/guard/anomalystudy.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QTextStream>

using namespace keyway::guard;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Counts alarms on normal use and spikes that are found, of made-up users, or of one whose "
        "hourly spending is in a file with lines like 2026-11-18T13:00:00Z,0.42 (UTC, dollars)."_s);
    parser.addHelpOption();
    const QCommandLineOption users(u"users"_s, u"Made-up users."_s, u"count"_s, u"300"_s);
    parser.addOption(users);
    parser.addPositionalArgument(u"file"_s, u"Hourly spending as CSV."_s, u"[FILE]"_s);
    parser.process(app);

    QTextStream out(stdout), err(stderr);
    AnomalyStudy study;
    if (parser.positionalArguments().isEmpty()) {
        const int count = parser.value(users).toInt();
        for (int i = 0; i < count; ++i)
            study.add(syntheticUser(static_cast<quint64>(i)), static_cast<quint64>(i));
    } else {
        QFile file(parser.positionalArguments().first());
        if (!file.open(QIODevice::ReadOnly)) {
            err << file.fileName() << ": " << file.errorString() << '\n';
            return 1;
        }
        QString problem;
        const auto series = seriesFromCsv(file.readAll(), &problem);
        if (!series) {
            err << file.fileName() << ": " << problem << '\n';
            return 1;
        }
        study.add(*series, 0);
    }
    out << study.report();
    return 0;
}
