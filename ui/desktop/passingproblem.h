#pragma once

#include "core/base/error.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace keyway {

/// Tells when a notice of an error has had its time: of one that is over by itself, such as another
/// program that is writing to Keyway's records. Other errors stay until they are handled.
class PassingProblem : public QObject {
    Q_OBJECT
public:
    explicit PassingProblem(QObject *parent);

    /// This is the error that is shown now.
    void watch(const Error &error);
    /// Something was written, by whomever.
    void written();
    void setPatience(int milliseconds) { m_timer.setInterval(milliseconds); }

Q_SIGNALS:
    void passed();

private:
    QTimer m_timer; ///< other programs do not say when they are done
};

} // namespace keyway
