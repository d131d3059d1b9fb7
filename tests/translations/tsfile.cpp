#include "tests/translations/tsfile.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

QStringList placesIn(const QString &text, bool withCount)
{
    static const QRegularExpression place(uR"(%(?:L?\d{1,2}|L?n))"_s);
    QStringList places;
    auto matches = place.globalMatch(text);
    while (matches.hasNext()) {
        const QString found = matches.next().captured();
        if (withCount || !found.endsWith(u'n'))
            places.append(found);
    }
    places.sort();
    places.removeDuplicates();
    return places;
}

bool hasMnemonic(const QString &text)
{
    static const QRegularExpression mnemonic(uR"((?<!&)&[^\s&;])"_s);
    return mnemonic.match(text).hasMatch();
}

QString tailOf(const QString &text)
{
    static const QRegularExpression tail(uR"([\s:…]*\z)"_s);
    return tail.match(text).captured();
}

} // namespace

QString TsMessage::key() const
{
    return comment.isEmpty() ? u"%1: \"%2\""_s.arg(context, source)
                             : u"%1: \"%2\" (%3)"_s.arg(context, source, comment);
}

QList<TsMessage> readTs(const QByteArray &text, QString *error)
{
    QXmlStreamReader xml(text);
    QList<TsMessage> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            messages.append(TsMessage());
            messages.last().context = context;
            messages.last().plural = xml.attributes().value("numerus"_L1) == "yes"_L1;
        } else if (xml.name() == "source"_L1) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            messages.last().comment = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            messages.last().state = xml.attributes().value("type"_L1).toString();
            if (!messages.last().plural)
                messages.last().translations.append(xml.readElementText());
        } else if (xml.name() == "numerusform"_L1) {
            messages.last().translations.append(xml.readElementText());
        }
    }
    *error = xml.hasError() ? xml.errorString() : QString();
    return xml.hasError() ? QList<TsMessage>() : messages;
}

QStringList faultsOf(const TsMessage &message)
{
    if (!message.state.isEmpty())
        return {message.state};
    QStringList faults;
    for (const QString &translation : message.translations) {
        if (translation.trimmed().isEmpty()) {
            faults.append(u"empty"_s);
            continue;
        }
        // "one request" may do without its %n.
        if (placesIn(translation, !message.plural) != placesIn(message.source, !message.plural))
            faults.append(u"other places for values"_s);
        if (hasMnemonic(translation) != hasMnemonic(message.source))
            faults.append(u"mnemonic lost or added"_s);
        if (tailOf(translation) != tailOf(message.source))
            faults.append(u"ends differently"_s);
    }
    if (message.translations.isEmpty())
        faults.append(u"empty"_s);
    return faults;
}

} // namespace keyway
