#pragma once

#include <QtCore/QString>

namespace keyway::simulator {

/// What a service usually says with a status.
struct UsualError {
    QString type;
    QString code; ///< empty: null
    QString message;
};

/// OpenAI and the services that took its form over; `code` may change the rest.
UsualError usualOfOpenAi(int status, const QString &code);
UsualError usualOfAnthropic(int status);
UsualError usualOfStability(int status);
/// `type` is generateContent's status, `code` that of the interactions.
UsualError usualOfGemini(int status);
UsualError usualOfOthers(int status);

} // namespace keyway::simulator
