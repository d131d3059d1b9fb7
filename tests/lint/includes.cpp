#include "tests/lint/rules.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace keyway::lint {
namespace {

// The house from its ground up. A room may use its neighbours in the same group and every group
// below; groups on one floor do not know each other.
struct Group {
    int floor;
    QStringList rooms;
};

const QList<Group> &house()
{
    static const QList<Group> groups{
        {0,
         {u"core/base"_s, u"core/money"_s, u"core/catalogue"_s, u"core/usage"_s, u"core/fees"_s,
          u"core/routing"_s, u"core/guard"_s, u"core/wire"_s}},
        {1, {u"core/async"_s}},
        {1, {u"core/process"_s}},
        {2, {u"core/providers"_s}},
        {2, {u"core/secrets"_s}},
        {2, {u"core/storage"_s}},
        {2, {u"core/http"_s}},
        {3, {u"core/export"_s}},
        {3, {u"core/engine"_s}},
        {3, {u"core/client"_s}},
        {4, {u"core/gateway"_s}},
        {4, {u"core/sync"_s}},
        {4, {u"core/server"_s}},
        {5, {u"ui/words"_s}},
        {6, {u"ui/print"_s}},
        {6, {u"ui/terminal"_s}},
        {6, {u"ui/widgets"_s, u"ui/models"_s, u"ui/theme"_s}},
        {7, {u"ui/desktop"_s}},
        {7, {u"ui/admin"_s}},
        {8, {u"app/desktop"_s}},
        {8, {u"app/cli"_s}},
        {8, {u"app/admin"_s}},
        {8, {u"app/server"_s}},
        {8, {u"app/print"_s}},
    };
    return groups;
}

// Doors that stay shut although the floor would allow them: the terminal and the server show no
// window, an administrator's program never comes near a user's key.
const QHash<QString, QStringList> &shutDoors()
{
    static const QHash<QString, QStringList> doors{
        {u"app/cli"_s,
         {u"ui/widgets"_s, u"ui/models"_s, u"ui/theme"_s, u"ui/desktop"_s, u"ui/admin"_s,
          u"ui/print"_s}},
        {u"app/server"_s,
         {u"ui/widgets"_s, u"ui/models"_s, u"ui/theme"_s, u"ui/desktop"_s, u"ui/admin"_s}},
        {u"app/desktop"_s, {u"ui/admin"_s, u"core/server"_s}},
        {u"app/admin"_s,
         {u"ui/desktop"_s, u"core/secrets"_s, u"core/providers"_s, u"core/engine"_s,
          u"core/storage"_s, u"core/sync"_s, u"core/server"_s}},
        {u"core/client"_s, {u"core/secrets"_s, u"core/storage"_s}},
        {u"ui/desktop"_s, {u"core/server"_s}},
        {u"ui/admin"_s,
         {u"core/secrets"_s, u"core/providers"_s, u"core/engine"_s, u"core/storage"_s,
          u"core/sync"_s, u"core/server"_s}},
    };
    return doors;
}

const Group *groupOf(const QString &room)
{
    for (const Group &group : house()) {
        if (group.rooms.contains(room))
            return &group;
    }
    return nullptr;
}

QString roomOf(const QString &path)
{
    return path.section(u'/', 0, 1);
}

bool isHouse(const QString &path)
{
    return path.startsWith("core/"_L1) || path.startsWith("ui/"_L1) || path.startsWith("app/"_L1);
}

// What a Qt (or QCoro) header brings along that a room has no use for; empty if it is welcome.
QString unwelcome(const QString &room, const QString &header)
{
    static const QRegularExpression window(
        uR"(^(QtWidgets|QtGui)/|^Q(Widget|Application|GuiApplication|MainWindow|Dialog|MessageBox|Label|Painter)$)"_s);
    static const QRegularExpression outside(
        uR"(^(QtNetwork|QtSql|QtDBus|qt6keychain|QCoro|qcoro)|)"
        uR"((^|/)Q(File|SaveFile|TemporaryFile|Timer|EventLoop|Process|Thread|ThreadPool|LocalSocket|LocalServer)$|)"
        uR"((^|/)Q(Network|Sql|Tcp|Udp|Ssl|DBus)\w+$)"_s);
    const bool core = room.startsWith("core/"_L1);
    const bool silent = core || room == "ui/words"_L1 || room == "ui/terminal"_L1
        || room == "app/cli"_L1 || room == "app/server"_L1;
    if (silent && window.match(header).hasMatch())
        return u"no window system here"_s;
    // The catalogue's loader reads the files that ship inside the program.
    if (room == "core/catalogue"_L1 && header == "QtCore/QFile"_L1)
        return {};
    const Group *group = groupOf(room);
    if (group && group->floor == 0 && outside.match(header).hasMatch())
        return u"the model is Qt Core alone, without input, output or an event loop"_s;
    return {};
}

} // namespace

QList<Finding> checkIncludes(const Source &source)
{
    static const QRegularExpression include(
        uR"re(^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">])re"_s,
        QRegularExpression::MultilineOption);
    if (!source.isCpp() || !isHouse(source.path()))
        return {};
    const QString room = roomOf(source.path());
    const Group *own = groupOf(room);
    if (!own)
        return {{1, u"%1 is not a room of the house"_s.arg(room)}};

    const QString ownHeader = source.path().section(u'/', -1).section(u'.', 0, 0) + u".h"_s;
    QList<Finding> findings;
    auto matches = include.globalMatch(source.uncommented());
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString target = match.captured(2);
        const int line = source.lineOf(match.capturedStart(2));
        if (match.capturedView(1) == u"<") {
            const QString reason = unwelcome(room, target);
            if (!reason.isEmpty())
                findings.append({line, u"%1 includes <%2>: %3"_s.arg(room, target, reason)});
            continue;
        }
        if (target.endsWith(".moc"_L1) || target.section(u'/', -1).startsWith("moc_"_L1))
            continue;
        if (target == ownHeader)
            continue;
        if (!isHouse(target)) {
            findings.append({line, u"\"%1\" is not written from the project root"_s.arg(target)});
            continue;
        }
        const QString there = roomOf(target);
        const Group *other = groupOf(there);
        const bool open = there == room
            || (other && (other == own || other->floor < own->floor)
                && !shutDoors().value(room).contains(there));
        if (!open)
            findings.append({line, u"%1 must not know %2"_s.arg(room, there)});
    }
    return findings;
}

} // namespace keyway::lint
