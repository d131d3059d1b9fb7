#pragma once

#include "ui/desktop/limits/limitsvalues.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QSet>

namespace keyway {

/// Finds what is new from one reading of Limits & Alerts to the next, for the desktop to say. What
/// was there when the program started is on the page alone. GUI thread.
class AlertNotifier : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void look(const LimitsValue &value);

Q_SIGNALS:
    /// Several at once are one message.
    void told(const QString &title, const QString &text);
    /// The user has answered or seen everything.
    void quiet();

private:
    QSet<Id> m_alerts; ///< that were told, or were there before
    QHash<QString, guard::LimitStanding> m_limits; ///< how the limits stood
    bool m_begun = false;
};

} // namespace keyway
