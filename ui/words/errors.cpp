#include "ui/words/errors.h"

#include "ui/words/errorparts.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using Kind = keyway::Error::Kind;

namespace keyway::words {
namespace {
struct ErrorWords {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Errors)
};

/// A message that ends its sentence, whatever the service wrote.
QString ended(QString words)
{
    words = words.simplified();
    if (words.size() > 400)
        words = words.left(399) + QChar(0x2026);
    return words;
}

QString detailsOf(const Error &error)
{
    QStringList lines;
    lines += ErrorWords::tr("Kind: %1").arg(Error::kindName(error.kind()));
    if (!error.reason().isEmpty())
        lines += ErrorWords::tr("Reason: %1").arg(error.reason());
    if (const QString code = errorCode(error); !code.isEmpty())
        lines += ErrorWords::tr("Answer: %1").arg(code);
    if (!error.reply().requestId.isEmpty())
        lines += ErrorWords::tr("Request: %1").arg(error.reply().requestId);
    if (!error.reply().words.isEmpty())
        lines += ErrorWords::tr("It said: “%1”").arg(ended(error.reply().words));
    return lines.join(u'\n');
}
} // namespace

QString errorCode(const Error &error)
{
    QStringList parts;
    if (error.reply().httpStatus > 0)
        parts += QString::number(error.reply().httpStatus);
    if (!error.reply().code.isEmpty())
        parts += error.reply().code;
    return parts.join(u' ');
}

std::optional<Message> messageAbout(const QString &reason, std::span<const Situation> known,
                                    const ErrorFacts &facts)
{
    const auto found = std::find_if(known.begin(), known.end(), [&](const Situation &situation) {
        return situation.reasons.contains(reason);
    });
    if (found == known.end())
        return std::nullopt;
    const QString name = found->of ? facts.*(found->of) : QString();
    const auto told = [&name](const char *source) {
        const QString text = QCoreApplication::translate("keyway::words::Errors", source);
        return text.contains("%1"_L1) ? text.arg(name) : text;
    };
    const bool unnamed = found->unnamed && name.isEmpty();
    return Message{
        told(unnamed ? found->unnamed : found->title), told(found->text), found->actions, {}};
}

Message errorWords(const Error &error, const ErrorFacts &facts, const QLocale &locale)
{
    if (std::optional<Message> about = connectionErrorWords(error, facts)) {
        about->details = detailsOf(error);
        return *about;
    }
    Message message;
    switch (error.kind()) {
    case Kind::Timeout:
    case Kind::Network:
    case Kind::Untrusted:
    case Kind::Auth:
    case Kind::Quota:
    case Kind::RateLimited:
    case Kind::Overloaded:
    case Kind::Gone:
    case Kind::Protocol:
        message = serviceErrorWords(error, facts, locale);
        break;
    case Kind::Rejected:
    case Kind::Cancelled:
    case Kind::Budget:
        message = requestErrorWords(error, facts, locale);
        break;
    case Kind::Storage:
    case Kind::Keychain:
    case Kind::Internal:
        message = computerErrorWords(error, facts, locale);
        break;
    }
    message.details = detailsOf(error);
    if (!errorCode(error).isEmpty() && !message.actions.contains(Action::Details))
        message.actions += Action::Details;
    return message;
}

} // namespace keyway::words
