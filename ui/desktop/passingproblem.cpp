#include "ui/desktop/passingproblem.h"

namespace keyway {

using namespace Qt::StringLiterals;

PassingProblem::PassingProblem(QObject *parent)
    : QObject(parent)
{
    constexpr int patience = 10'000;
    m_timer.setSingleShot(true);
    m_timer.setInterval(patience);
    connect(&m_timer, &QTimer::timeout, this, &PassingProblem::passed);
}

void PassingProblem::watch(const Error &error)
{
    if (error.kind() == Error::Kind::Storage && error.reason() == "busy"_L1)
        m_timer.start();
    else
        m_timer.stop();
}

void PassingProblem::written()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    Q_EMIT passed();
}

} // namespace keyway
