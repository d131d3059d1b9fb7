#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "core/async/stopsignal.h"
#include "core/base/logging.h"
#include "core/engine/datadir.h"
#include "core/engine/recordseals.h"
#include "core/process/processhardening.h"
#include "core/process/secretinput.h"
#include "ui/words/translation.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringDecoder>
#include <QtCore/QTranslator>

#include <algorithm>

using namespace keyway;
using namespace keyway::cli;
using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Main)
};

QList<Option> commonOptions()
{
    return {
        {u"data-dir"_s, u"DIR"_s, Text::tr("keep everything in this folder (or KEYWAY_DATA_DIR)")},
        {u"json"_s, {}, Text::tr("answer as JSON")},
        {u"quiet"_s, {}, Text::tr("only the answer")},
        {u"yes"_s, {}, Text::tr("answer every question with yes")},
        {u"help"_s, {}, Text::tr("explain this command")},
        {u"version"_s, {}, Text::tr("tell the version")},
    };
}

QList<Command> allCommands()
{
    QList<Command> commands = integrationCommands();
    commands += integrationChangeCommands();
    commands += askCommands();
    commands += compareCommands();
    commands += routingCommands();
    commands += mediaCommands();
    commands += jobCommands();
    commands += galleryCommands();
    commands += accountCommands(); // before `usage`, whose word they begin with
    commands += importCommands();
    commands += billCommands();
    commands += thinCommands();
    commands += usageCommands();
    commands += exportCommands();
    commands += priceCommands();
    commands += priceSetCommands();
    commands += modelCommands();
    commands += limitCommands();
    commands += rateCommands();
    commands += alertCommands();
    commands += activityCommands();
    commands += auditCommands();
    commands += statusCommands();
    commands += backupCommands();
    commands += serverAccountCommands();
    commands += keyClaimCommands();
    commands += syncCommands();
    commands += invoiceCommands();
    commands += planCommands();
    return commands;
}

void printOptions(const QList<Option> &options)
{
    QList<QStringList> lines;
    for (const Option &option : options) {
        QString name = option.value.isEmpty() ? u"--"_s + option.name
                                              : u"--%1 %2"_s.arg(option.name, option.value);
        if (!option.letter.isNull())
            name.prepend(u"-%1, "_s.arg(option.letter));
        lines.append({u"  "_s + name, option.help});
    }
    printTable(lines, u"ll"_s);
}

QString usageOf(const Command &command)
{
    return (command.words + QStringList{command.operands}).join(u' ').trimmed();
}

void printCommands(const QList<Command> &commands)
{
    QList<QStringList> lines;
    for (const Command &command : commands)
        lines.append({u"  "_s + usageOf(command), command.help.section(u'\n', 0, 0)});
    printTable(lines, u"ll"_s);
}

void printHelp(const QList<Command> &commands)
{
    print(Text::tr("Keyway: your own AI keys, routed, priced and kept at home."));
    print({});
    print(Text::tr("Usage: keyway COMMAND [options]"));
    print({});
    printCommands(commands);
    print({});
    print(Text::tr("Options of every command:"));
    printOptions(commonOptions());
    print({});
    print(Text::tr("Exit codes: 0 done, 1 error, 2 wrong use, 3 limit reached, 4 no service could "
                   "answer, 5 keychain locked, 6 offline."));
}

void printHelp(const Command &command)
{
    print(Text::tr("Usage: keyway %1 [options]").arg(usageOf(command)));
    print({});
    print(command.help);
    print({});
    if (!command.options.isEmpty()) {
        print(Text::tr("Options:"));
        printOptions(command.options);
        print({});
    }
    print(Text::tr("Options of every command:"));
    printOptions(commonOptions());
}

/// The commands that begin with a word, such as all of `integrations`.
QList<Command> groupOf(const QList<Command> &commands, const QString &word)
{
    QList<Command> group;
    for (const Command &command : commands) {
        if (command.words.first() == word)
            group.append(command);
    }
    return group;
}

/// The command whose words the line begins with; options before them are passed over.
const Command *commandIn(const QList<Command> &commands, QStringList *words)
{
    QStringList leading;
    while (!words->isEmpty() && words->first().startsWith(u'-') && words->first() != "-"_L1) {
        leading.append(words->takeFirst());
        const bool takesValue = leading.last() == "--data-dir"_L1;
        if (takesValue && !words->isEmpty())
            leading.append(words->takeFirst());
    }
    const auto found
        = std::find_if(commands.cbegin(), commands.cend(), [&](const Command &command) {
              return words->mid(0, command.words.size()) == command.words;
          });
    if (found == commands.cend()) {
        *words = leading + *words;
        return nullptr;
    }
    *words = leading + words->mid(found->words.size());
    return &*found;
}

int run(const QStringList &line, Context &context)
{
    const QList<Command> commands = allCommands();
    QStringList words = line;
    const Command *command = commandIn(commands, &words);
    if (!command) {
        if (words.contains(u"--version"_s)) {
            print(u"keyway " KEYWAY_VERSION ""_s);
            return 0;
        }
        const bool asksForHelp = words.contains(u"--help"_s) || words.value(0) == "help"_L1;
        words.removeIf([](const QString &word) { return word.startsWith(u'-'); });
        if (words.value(0) == "help"_L1)
            words.removeFirst();
        if (const Command *explained = asksForHelp ? commandIn(commands, &words) : nullptr) {
            printHelp(*explained);
            return 0;
        }
        const QList<Command> group = groupOf(commands, words.value(0));
        if (words.isEmpty() || asksForHelp) {
            if (group.isEmpty())
                printHelp(commands);
            else
                printCommands(group);
            return int(asksForHelp ? Exit::Done : Exit::WrongUse);
        }
        if (group.isEmpty())
            return int(context.wrongUse(Text::tr("There is no command %1.").arg(words.first())));
        tell(words.size() == 1
                 ? Text::tr("%1 wants one word more:").arg(words.first())
                 : Text::tr("There is no command %1. There are:").arg(words.mid(0, 2).join(u' ')));
        for (const Command &known : group)
            tell(u"  keyway "_s + usageOf(known));
        return int(Exit::WrongUse);
    }
    QString problem;
    const std::optional<Arguments> arguments
        = Arguments::parse(words, command->options + commonOptions(), &problem);
    if (!arguments)
        return int(context.wrongUse(problem));
    if (arguments->has(u"help"_s)) {
        printHelp(*command);
        return 0;
    }
    const qsizetype operands = arguments->operands().size();
    if (operands < command->leastOperands || operands > command->mostOperands) {
        return int(context.wrongUse(Text::tr("Usage: keyway %1 [options]").arg(usageOf(*command))));
    }
    context.json = arguments->has(u"json"_s);
    context.quiet = arguments->has(u"quiet"_s);
    context.yes = arguments->has(u"yes"_s);
    context.dataDir = engine::dataDirOr(arguments->value(u"data-dir"_s));
    if (!command->needsWorkspace)
        return int(command->run(context, *arguments));
    Result<std::unique_ptr<engine::Workspace>> opened = engine::Workspace::open({context.dataDir});
    if (!opened)
        return int(context.fail(opened.error()));
    context.workspace = std::move(*opened);
    const Exit exit = command->run(context, *arguments);
    engine::catchUpSeals(*context.workspace);
    context.finish(context.workspace->close()); // a job at a service is left to whoever comes next
    return int(exit);
}

/// Jobs without a language, such as those of cron, run in the locale "C", where text is not UTF-8.
void speakUtf8()
{
#ifndef Q_OS_WIN
    const QByteArray locale = !qEnvironmentVariableIsEmpty("LC_ALL") ? qgetenv("LC_ALL")
        : !qEnvironmentVariableIsEmpty("LC_CTYPE")                   ? qgetenv("LC_CTYPE")
                                                                     : qgetenv("LANG");
    if (!locale.isEmpty() && locale != "C" && locale != "POSIX")
        return;
    qunsetenv("LC_ALL");
    qputenv("LC_CTYPE", "C.UTF-8");
#endif
}

bool isUtf8(const char *bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    [[maybe_unused]] const QString text = decoder(QByteArrayView(bytes));
    return !decoder.hasError();
}

} // namespace

int main(int argc, char *argv[])
{
    speakUtf8();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"keyway"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KEYWAY_VERSION));
    installLogging();
    if (const Result<Done> hardened = hardenProcess(); !hardened) {
        tell(words::errorWords(hardened.error()).sentence());
        return int(Exit::Error);
    }
    QTranslator translator;
    words::loadTranslation(translator);
    QCoreApplication::installTranslator(&translator);

    Context context;
#ifndef Q_OS_WIN
    if (!std::all_of(argv, argv + argc, isUtf8))
        return int(context.wrongUse(Text::tr("An argument is not valid UTF-8 text.")));
#endif
    // What arrived and what it cost is kept; a second Ctrl+C ends the program.
    setInterruptDescriptor(onStopSignal(&app, [stop = context.stop] { stop.cancel(); }));
    return run(QCoreApplication::arguments().mid(1), context);
}
