#include "ui/words/activity.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>

#include <algorithm>

namespace keyway::words {

using namespace Qt::StringLiterals;

namespace {

struct AuditWords {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Audit)
};

using Problem = AuditCheck::Problem;
using State = SealFile::State;

const SealFile *fileThatIs(const AuditCheck &check, State state)
{
    const auto found = std::find_if(check.sealFiles.cbegin(), check.sealFiles.cend(),
                                    [state](const SealFile &file) { return file.state == state; });
    return found == check.sealFiles.cend() ? nullptr : &*found;
}

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

/// The entries fit; how sure that is.
QString wholeText(const AuditCheck &check, const QLocale &locale)
{
    const QString entries = count(check.entries, locale);
    if (!check.anchored && check.entries > 0)
        return AuditWords::tr("%1 entries fit one another. The note beside the record is missing, "
                              "so nobody could tell whether the last ones were cut off.")
            .arg(entries);
    if (check.seals == 0)
        return AuditWords::tr("%1 entries fit one another, and the last one is the one that is "
                              "noted beside the record.")
            .arg(entries);
    return AuditWords::tr("%1 entries since %2 link up and %n daily seal(s) match.", nullptr,
                          static_cast<int>(check.seals))
        .arg(entries, dayAndLongMonth(check.since.toLocalTime().date(), locale));
}

/// What is wrong with files of seals, of which there are at most two.
QStringList fileTexts(const AuditCheck &check, const QLocale &locale)
{
    QStringList texts;
    for (const SealFile &file : check.sealFiles) {
        const QString path = shown(file.path);
        if (file.state == State::Missing)
            texts += AuditWords::tr("The seals in %1 are gone. Put the file back where you moved "
                                    "it; or have the record sealed anew, as it is now.")
                         .arg(path);
        else if (file.state == State::Changed && file.firstBad.isValid())
            texts += AuditWords::tr("In %1 the seal of %2 is not as Keyway wrote it, or gone.")
                         .arg(path, longDate(file.firstBad, locale));
        else if (file.state == State::Changed)
            texts
                += AuditWords::tr("In %1 there is something that Keyway did not write.").arg(path);
        else if (file.state == State::Unreachable)
            texts += AuditWords::tr("The seals in %1 cannot be reached now; what is missing there "
                                    "is added when they can.")
                         .arg(path);
        else if (file.state == State::Unreadable)
            texts += AuditWords::tr("The seals in %1 cannot be read.").arg(path);
        else if (file.state == State::Behind)
            texts += AuditWords::tr("The newest seals are not in %1 yet.").arg(path);
    }
    return texts;
}

/// The entries do not fit a seal.
QString sealText(const AuditCheck &check, const QLocale &locale)
{
    const QString day = longDate(check.seal->day, locale);
    const QString file = shown(check.sealedIn);
    if (check.restoredAt > 0)
        return AuditWords::tr(
                   "In %1 there is a seal of %2 that the record does not have. Entry %3 tells that "
                   "a backup was restored: if you did that, have the record sealed anew; if not, "
                   "somebody changed it.")
            .arg(file, day, count(check.restoredAt, locale));
    if (check.problem == Problem::CutOff)
        return AuditWords::tr("In %1 there is a seal of %2, of entry %3. Entries were cut off, or "
                              "older records were put in the place of these.")
            .arg(file, day, count(check.seal->sequence, locale));
    return AuditWords::tr("The entries fit one another, but not the seal of %1 in %2: from entry "
                          "%3 on somebody may have written them anew, or changed that file.")
        .arg(day, file, count(check.lastSealed + 1, locale));
}

} // namespace

QString auditTitle(const AuditCheck &check, const QLocale &locale)
{
    const QString bad = count(check.firstBad, locale);
    switch (check.problem) {
    case Problem::None:
        if (fileThatIs(check, State::Missing))
            return AuditWords::tr("Seals of the record are gone.");
        if (fileThatIs(check, State::Changed))
            return AuditWords::tr("Seals of the record were changed.");
        if (fileThatIs(check, State::Unreadable))
            return AuditWords::tr("Seals of the record cannot be read.");
        return AuditWords::tr("Nothing has been changed.");
    case Problem::Missing:
        return AuditWords::tr("Entry %1 is missing.").arg(bad);
    case Problem::CutOff:
        return AuditWords::tr("The record ends before entry %1, which was written.").arg(bad);
    case Problem::Rewritten:
        return AuditWords::tr("Entry %1 does not fit its seal.").arg(bad);
    case Problem::Changed:
        break;
    }
    return AuditWords::tr("Entry %1 does not fit the one before it.").arg(bad);
}

QString auditText(const AuditCheck &check, const QLocale &locale)
{
    if (check.isIntact())
        return (QStringList(wholeText(check, locale)) + fileTexts(check, locale)).join(u' ');
    if (check.seal)
        return sealText(check, locale);
    return AuditWords::tr("The record was changed outside Keyway, or the disk is faulty.");
}

QString auditAround(const AuditCheck &check, const QLocale &locale)
{
    QStringList entries;
    for (const AuditEntry &entry : check.around) {
        const QDateTime at = entry.at.toLocalTime();
        entries += AuditWords::tr("Entry %1: %2, %3, %4.")
                       .arg(count(entry.sequence, locale), activityTitle(entry.event),
                            longDate(at.date(), locale), timeOfDay(at, locale));
    }
    return entries.join(u' ');
}

QString sealFileWord(const SealFile &file, const QLocale &locale)
{
    switch (file.state) {
    case State::Fits:
        return AuditWords::tr("Fits the record");
    case State::Behind:
        return AuditWords::tr("The newest seals are not in it yet");
    case State::Missing:
        return AuditWords::tr("Gone");
    case State::Unreachable:
        return AuditWords::tr("Cannot be reached");
    case State::Unreadable:
        return AuditWords::tr("Cannot be read");
    case State::Changed:
        break;
    }
    return file.firstBad.isValid()
        ? AuditWords::tr("Changed at %1").arg(longDate(file.firstBad, locale))
        : AuditWords::tr("Changed");
}

} // namespace keyway::words
