#pragma once

#include "core/storage/audittrail.h"

#include <QtCore/QLocale>

namespace keyway::words {

/// What happened: "Prompt answered". The name of the event where this Keyway does not know it.
QString activityTitle(const AuditEvent &event);
/// About what, with its figures: "OpenAI (GPT-4) · gpt-4.1 · $0.0063"; may be empty.
QString activityDetails(const AuditEntry &entry, const QLocale &locale = {});
/// What a group of events is about, see AuditFilter::groups: "Prompts and media".
QString activityGroup(const QString &group);
/// Who did it, as far as that is recorded: "Command line", "Sync"; may be empty.
QString activityBy(const AuditEntry &entry);
/// What a check of the whole record found: "Nothing has been changed."
QString auditTitle(const AuditCheck &check, const QLocale &locale = {});
/// What that means: how many entries fit, or what may be the reason.
QString auditText(const AuditCheck &check, const QLocale &locale = {});
/// The entries of AuditCheck::around, a sentence each; empty where none is there.
QString auditAround(const AuditCheck &check, const QLocale &locale = {});
/// What stands about a file of seals: "Fits the record".
QString sealFileWord(const SealFile &file, const QLocale &locale = {});

} // namespace keyway::words
