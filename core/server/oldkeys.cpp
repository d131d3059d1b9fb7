#include "core/server/oldkeys.h"

#include "core/server/accountrow.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QMap>
#include <QtCore/QUuid>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include <algorithm>
#include <functional>
#include <utility>
#include <variant>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

/// The fields of a row as text, by name.
using Fields = QMap<QString, QString>;
using EachRow = std::function<void(const Fields &)>;

const QStringList neededFields{u"user_id"_s, u"service"_s, u"api_key"_s};
const QStringList allFields{u"user_id"_s,    u"service"_s,     u"api_key"_s,  u"enabled"_s,
                            u"added_date"_s, u"total_spent"_s, u"last_used"_s};
constexpr qint64 largestFile = 256LL * 1024 * 1024;

Error badFile(const QString &detail)
{
    return Error(Error::Kind::Rejected, detail).withReason(u"bad-file"_s);
}

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return Error(Error::Kind::Storage, path + u": "_s + file.errorString())
            .withReason(u"cannot-open"_s);
    return file.readAll();
}

/// The lines of a CSV file (RFC 4180): quoted fields may hold commas, quotes and line ends.
Result<QList<QStringList>> linesOf(const QString &text)
{
    QList<QStringList> lines;
    QStringList line;
    QString field;
    bool quoted = false;
    const auto endField = [&] {
        line.append(field);
        field.clear();
    };
    const auto endLine = [&] {
        endField();
        if (line.size() > 1 || !line.constFirst().isEmpty())
            lines.append(line);
        line.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text.at(i);
        if (quoted) {
            const bool isPair = letter == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"';
            if (letter != u'"' || isPair)
                field.append(letter);
            else
                quoted = false;
            i += isPair ? 1 : 0;
        } else if (letter == u'"' && field.isEmpty()) {
            quoted = true;
        } else if (letter == u',') {
            endField();
        } else if (letter == u'\n') {
            endLine();
        } else if (letter != u'\r') {
            field.append(letter);
        }
    }
    if (quoted)
        return badFile(u"a quotation mark is not closed"_s);
    if (!field.isEmpty() || !line.isEmpty())
        endLine();
    return lines;
}

Result<Done> readCsv(const QString &path, const QStringList &wanted, const EachRow &each)
{
    const Result<QByteArray> bytes = bytesOf(path);
    if (!bytes)
        return bytes.error();
    QString text = QString::fromUtf8(*bytes);
    if (text.startsWith(QChar(0xFEFF))) // as spreadsheets write it
        text.remove(0, 1);
    const Result<QList<QStringList>> lines = linesOf(text);
    if (!lines)
        return lines.error();
    QStringList names;
    for (const QString &name : lines->value(0))
        names.append(name.trimmed().toLower());
    for (const QString &needed : wanted) {
        if (!names.contains(needed))
            return badFile(u"no column %1 in the first line"_s.arg(needed));
    }
    for (qsizetype i = 1; i < lines->size(); ++i) {
        Fields fields;
        const QStringList &line = lines->at(i);
        for (qsizetype at = 0; at < names.size() && at < line.size(); ++at)
            fields.insert(names.at(at), line.at(at));
        if (line.size() != names.size())
            fields.insert(u"*"_s, u"%1 fields, not %2"_s.arg(line.size()).arg(names.size()));
        each(fields);
    }
    return Done();
}

Result<Done> readJson(const QString &path, const EachRow &each)
{
    const Result<QByteArray> bytes = bytesOf(path);
    if (!bytes)
        return bytes.error();
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return badFile(u"not JSON, at byte %1"_s.arg(problem.offset));
    QJsonArray rows = document.array();
    if (document.isObject()) {
        const QJsonObject object = document.object();
        const bool one = object.size() == 1 && object.begin()->isArray();
        if (!one)
            return badFile(u"neither a list nor an object with one list"_s);
        rows = object.begin()->toArray();
    }
    for (const QJsonValue &value : std::as_const(rows)) {
        Fields fields;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            fields.insert(it.key(), it->toVariant().toString());
        if (!value.isObject())
            fields.insert(u"*"_s, u"not an object"_s);
        each(fields);
    }
    return Done();
}

Result<Done> readTable(const QSqlDatabase &database, const EachRow &each)
{
    QSqlQuery query(database);
    QString table;
    QStringList columns;
    const QStringList tables = database.tables();
    for (const QString &name : tables) {
        QStringList found;
        if (!query.exec(
                u"PRAGMA table_info(\"%1\")"_s.arg(QString(name).replace(u"\""_s, u"\"\""_s))))
            continue;
        while (query.next())
            found.append(query.value(1).toString().toLower());
        const bool fits
            = std::all_of(neededFields.begin(), neededFields.end(),
                          [&found](const QString &field) { return found.contains(field); });
        if (fits && !table.isEmpty())
            return badFile(u"two tables have these columns: %1 and %2"_s.arg(table, name));
        if (!fits)
            continue;
        table = name;
        columns = found;
    }
    if (table.isEmpty())
        return badFile(u"no table has the columns user_id, service and api_key"_s);
    QStringList wanted;
    for (const QString &field : allFields) {
        // As the file has it, to the last digit.
        if (columns.contains(field))
            wanted.append(u"CAST(%1 AS TEXT) AS %1"_s.arg(field));
    }
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT %1 FROM \"%2\""_s.arg(wanted.join(u", "_s),
                                                   table.replace(u"\""_s, u"\"\""_s))))
        return badFile(u"the table cannot be read"_s);
    while (query.next()) {
        Fields fields;
        for (const QString &field : allFields) {
            if (columns.contains(field))
                fields.insert(field, query.value(field).toString());
        }
        each(fields);
    }
    return Done();
}

Result<Done> readSqlite(const QString &path, const EachRow &each)
{
    if (!QFile::exists(path)) // SQLite would tell later, and less
        return Error(Error::Kind::Storage, path).withReason(u"cannot-open"_s);
    const QString name = QUuid::createUuid().toString();
    Result<Done> done = badFile(u"not an SQLite file"_s);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(path);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        if (database.open())
            done = readTable(database, each);
        database.close();
    }
    QSqlDatabase::removeDatabase(name);
    return done;
}

/// `2026-11-22`, with a time, or seconds since 1970; without a zone it is UTC.
std::optional<QDateTime> timeOf(const QString &text)
{
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    QDateTime time = isNumber
        ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC)
        : QDateTime::fromString(QString(text).replace(u' ', u'T'), Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), Qt::UTC);
    return time.toUTC();
}

std::optional<bool> flagOf(const QString &text)
{
    static const QStringList yes{u"1"_s, u"true"_s, u"yes"_s, u"t"_s, u"y"_s, u"on"_s};
    static const QStringList no{u"0"_s, u"false"_s, u"no"_s, u"f"_s, u"n"_s, u"off"_s};
    const QString word = text.toLower();
    if (yes.contains(word))
        return true;
    return no.contains(word) ? std::optional(false) : std::nullopt;
}

/// A row of stars stands for a key that the old system kept elsewhere.
bool isMask(const QString &key)
{
    return key.count(u'*') >= 4 || key.contains(u'\u2022');
}

/// One row, or what is wrong with it.
std::variant<OldKey, BadRow> keyOf(const Fields &fields, int row)
{
    const auto text = [&fields](const QString &name) { return fields.value(name).trimmed(); };
    const auto bad = [row](const QString &field, const QString &problem) {
        return BadRow{row, field, problem};
    };
    if (fields.contains(u"*"_s))
        return bad({}, fields.value(u"*"_s));
    OldKey old;
    old.row = row;
    old.user = text(u"user_id"_s);
    old.service = text(u"service"_s).toLower();
    if (old.service.isEmpty())
        return bad(u"service"_s, u"is empty"_s);
    const QString key = text(u"api_key"_s);
    if (!isMask(key)) {
        for (const QChar letter : key) {
            if (letter <= u' ' || letter > u'~')
                return bad(u"api_key"_s, u"has a space or a letter that no key has"_s);
        }
        if (key.size() > Secret::maximumSize)
            return bad(u"api_key"_s, u"is longer than 2000 letters"_s);
        old.key = Secret::take(key.toLatin1());
    }
    const QString enabled = text(u"enabled"_s);
    if (!enabled.isEmpty()) {
        const std::optional<bool> flag = flagOf(enabled);
        if (!flag)
            return bad(u"enabled"_s, u"is neither true nor false"_s);
        old.enabled = *flag;
    }
    const std::pair<QString, std::optional<QDateTime> *> times[]{{u"added_date"_s, &old.addedAt},
                                                                 {u"last_used"_s, &old.lastUsedAt}};
    for (const auto &[name, time] : times) {
        if (text(name).isEmpty())
            continue;
        *time = timeOf(text(name));
        if (!*time)
            return bad(name, u"is not a date"_s);
    }
    const QString spent = text(u"total_spent"_s);
    if (!spent.isEmpty()) {
        const std::optional<Price> amount = Price::each(spent);
        if (!amount)
            return bad(u"total_spent"_s, u"is not an amount such as 12.34"_s);
        old.spent = Money::fromPico(amount->times(1));
    }
    return old;
}

} // namespace

Result<OldKeys> readOldKeys(const QString &path)
{
    OldKeys all;
    int row = 0;
    const EachRow each = [&](const Fields &fields) {
        auto read = keyOf(fields, ++row);
        if (auto *const bad = std::get_if<BadRow>(&read))
            all.bad.append(*bad);
        else
            all.keys.push_back(std::get<OldKey>(std::move(read)));
    };
    const QString ending = path.section(u'.', -1).toLower();
    Result<Done> done = badFile(u"the file's name ends neither in .csv, .json nor .sqlite"_s);
    if (ending == "csv"_L1)
        done = readCsv(path, neededFields, each);
    else if (ending == "json"_L1)
        done = readJson(path, each);
    else if (ending == "sqlite"_L1 || ending == "sqlite3"_L1 || ending == "db"_L1)
        done = readSqlite(path, each);
    if (!done)
        return done.error();
    return all;
}

Result<QMap<QString, QString>> readEmails(const QString &path)
{
    QMap<QString, QString> emails;
    const auto done = readCsv(path, {u"user_id"_s, u"email"_s}, [&emails](const Fields &fields) {
        emails.insert(fields.value(u"user_id"_s).trimmed(), fields.value(u"email"_s).trimmed());
    });
    if (!done)
        return done.error();
    return emails;
}

} // namespace keyway::server
