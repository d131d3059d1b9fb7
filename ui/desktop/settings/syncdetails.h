#pragma once

#include "core/sync/syncstatus.h"
#include "ui/widgets/dialog.h"

#include <QtCore/QDateTime>

namespace keyway {

/// The last record that was sent, field by field as it was sent. Open with open().
class LastRecordDialog : public Dialog {
    Q_OBJECT
public:
    LastRecordDialog(const UsageMessage &record, QWidget *parent);
};

/// Records that the server put aside or did not take, and why.
class NotTakenDialog : public Dialog {
    Q_OBJECT
public:
    NotTakenDialog(const SyncStatus &status, const QDateTime &now, QWidget *parent);
};

/// What stands behind the banner: codes, for those who help.
class SyncProblemDialog : public Dialog {
    Q_OBJECT
public:
    SyncProblemDialog(const SyncStatus &status, QWidget *parent);
};

} // namespace keyway
