#include "studioprice.h"

#include "core/engine/routefacts.h"
#include "ui/words/fees.h"
#include "ui/words/money.h"
#include "ui/words/routing.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keyway::StudioPrice)
};

OwnTerms termsOf(const ServicesValue &services, const routing::Candidate &candidate)
{
    const auto *summary = services.integration(candidate.integrationId);
    return summary ? summary->integration.terms : OwnTerms();
}

/// "4 images × $0.08" where the multiplication is the whole price, else "4 images, about".
QString madeLabel(const ServicesValue &services, const routing::Candidate &candidate,
                  const PromptRequest &request, int pictures, Money each, const QDateTime &now)
{
    const auto quote = services.catalogue.quote(
        {candidate.service, candidate.model, {}, now, 0, priceFactsOf(request)},
        termsOf(services, candidate));
    const bool video = request.type == RequestType::Video;
    const qint64 units = video ? request.video.seconds : request.image.count;
    const Counter counter = video ? Counter::VideoSeconds : Counter::Images;
    if (quote && units > 0 && quote->prices.contains(counter)
        && Money::fromPico(quote->prices.value(counter).times(units)) == each) {
        const QString price = words::priceEach(quote->prices.value(counter));
        return video ? Words::tr("%1 s × %2").arg(QString::number(units), price)
                     : Words::tr("%n image(s) × %1", nullptr, pictures).arg(price);
    }
    const QString made = madeWords(request.type, pictures, request.video.seconds);
    return Words::tr("%1, about").arg(made);
}

QString limitWords(const ServicesValue &services, const routing::Candidate &candidate, Money cost)
{
    const auto *summary = services.integration(candidate.integrationId);
    if (!summary || !summary->integration.monthlyLimit)
        return {};
    const Money limit = *summary->integration.monthlyLimit;
    const Money left = limit - summary->thisMonth - cost;
    if (left < Money())
        return Words::tr("This passes the limit of %1 by %2, with the work in progress counted.")
            .arg(words::money(limit), words::money(Money() - left));
    return Words::tr("Leaves %1 of the %2 limit, with the work in progress counted.")
        .arg(words::money(left), words::money(limit));
}

QString whyNot(const routing::RoutePlan &plan)
{
    // Those that the user did not choose, and those that make something else, explain nothing.
    routing::RoutePlan telling = plan;
    telling.excluded.removeIf([](const routing::Excluded &excluded) {
        return excluded.reason.code == routing::ReasonCode::NotChosen;
    });
    const bool others = std::any_of(
        telling.excluded.cbegin(), telling.excluded.cend(), [](const routing::Excluded &excluded) {
            return excluded.reason.code != routing::ReasonCode::TypeNotSupported;
        });
    if (others)
        telling.excluded.removeIf([](const routing::Excluded &excluded) {
            return excluded.reason.code == routing::ReasonCode::TypeNotSupported;
        });
    return words::whyNoService(telling);
}

QString inputProblem(const Model &model, const AttachedFile &file)
{
    const QString kind = engine::inputKindOf(file.attachment);
    const InputRule *rule = model.input(kind);
    const QString name = model.name.isEmpty() ? model.id : model.name;
    if (!rule)
        return Words::tr("%1 does not take this: %2.").arg(name, file.attachment.name);
    if (!rule->mimeTypes.isEmpty() && !rule->mimeTypes.contains(file.attachment.mimeType))
        return Words::tr("%1 does not take files of this type: %2.")
            .arg(name, file.attachment.name);
    if (rule->maxBytes > 0 && file.attachment.bytes.size() > rule->maxBytes)
        return Words::tr("%1 has %2. %3 takes up to %4.")
            .arg(file.attachment.name, sizeWords(file.attachment.bytes.size()), name,
                 sizeWords(rule->maxBytes));
    return {};
}

} // namespace

PriceBefore priceBefore(const ServicesValue &services, const routing::RoutePlan &plan,
                        const QList<PromptRequest> &requests, const QDateTime &now)
{
    PriceBefore before;
    if (requests.isEmpty())
        return before;
    if (plan.candidates.isEmpty()) {
        before.problem = whyNot(plan);
        return before;
    }
    const routing::Candidate &first = plan.candidates.first();
    const PromptRequest &request = requests.first();
    if (first.asksFirst())
        before.pastLimit = Words::tr("%1 %2.", "an integration, why it needs your word")
                               .arg(first.integrationName, words::reasonWords(first.reason));
    int pictures = 0;
    for (const PromptRequest &each : requests)
        pictures += each.image.count;
    const QString made = madeWords(request.type, pictures, request.video.seconds);
    if (!first.estimatedCost) {
        const bool priced
            = services.catalogue
                  .quote({first.service, first.model, {}, now, 0, priceFactsOf(request)},
                         termsOf(services, first))
                  .has_value();
        const QString unknown
            = priced ? Words::tr("known afterwards") : words::moneyOf(CostState::Unknown, {});
        before.lines = {{made, unknown, unknown}};
        before.left = priced
            ? Words::tr("What %1 charges depends on what it counts while it works.")
            : Words::tr("Keyway does not know the price of %1. The cost stays "
                        "unknown, and no fee is taken.");
        before.left = before.left.arg(priced ? services.serviceName(first.service) : first.model);
        return before;
    }
    const Money each = *first.estimatedCost;
    UsageRecord record;
    record.type = request.type;
    record.outcome = Outcome::Completed;
    record.costState = CostState::Estimated;
    record.platformCost = each;
    const Money feeOfEach = services.fee.feeFor(record);
    const bool video = request.type == RequestType::Video;
    const auto all = [&](Money one) {
        return video ? one.scaled(qint64(requests.size()), 1)
                     : one.scaled(pictures, std::max(1, request.image.count));
    };
    const Money cost = all(each);
    const Money fee = feeOfEach.scaled(qint64(requests.size()), 1);
    const Money total = cost + fee;
    const QStringList amounts = words::addedUp({cost, fee}, total);
    before.lines = {{madeLabel(services, first, request, pictures, each, now), amounts.at(0),
                     words::spokenMoney(cost)},
                    {Words::tr("Platform fee (%1)").arg(words::feeInBrackets(services.fee)),
                     amounts.at(1), words::spokenMoney(fee)}};
    before.total = PriceBefore::Line{Words::tr("Total"), amounts.at(2), words::spokenMoney(total)};
    before.left = limitWords(services, first, cost);
    before.cost = total;
    return before;
}

QString formProblem(const StudioDraft &draft, const Model *model)
{
    if (!model)
        return {};
    const QString name = model->name.isEmpty() ? model->id : model->name;
    QMap<QString, int> given;
    for (const AttachedFile &file : draft.files) {
        if (const QString problem = inputProblem(*model, file); !problem.isEmpty())
            return problem;
        ++given[engine::inputKindOf(file.attachment)];
    }
    for (const InputRule &rule : model->inputs) {
        const int count = given.value(rule.kind);
        if (rule.required && count == 0)
            return Words::tr("%1 needs a picture: %2.").arg(name, inputLabel(rule.kind));
        if (count > rule.most)
            return Words::tr("%1 takes %n picture(s) here: %2.", nullptr, rule.most)
                .arg(name, inputLabel(rule.kind));
    }
    return {};
}

QString madeWords(RequestType type, int count, int seconds)
{
    if (type != RequestType::Video)
        return Words::tr("%n image(s)", nullptr, count);
    return seconds > 0 ? Words::tr("Video of %1 s").arg(seconds) : Words::tr("Video");
}

QString optionLabel(const QString &option)
{
    if (option == "aspect_ratio"_L1)
        return Words::tr("Shape");
    if (option == "size"_L1)
        return Words::tr("Size");
    if (option == "quality"_L1)
        return Words::tr("Quality");
    if (option == "resolution"_L1)
        return Words::tr("Resolution");
    if (option == "duration"_L1)
        return Words::tr("Length");
    if (option == "sound"_L1)
        return Words::tr("Sound");
    if (option == "background"_L1)
        return Words::tr("Background");
    if (option == "format"_L1)
        return Words::tr("Format");
    return option;
}

QString optionValue(const QString &option, const QString &value)
{
    if (value == "auto"_L1)
        return Words::tr("Automatic");
    if (option == "size"_L1)
        return QString(value).replace(u'x', u" × "_s);
    if (option == "duration"_L1)
        return Words::tr("%1 s").arg(value);
    if (option == "format"_L1)
        return value.toUpper();
    if (option == "sound"_L1)
        return value == "on"_L1 ? Words::tr("With sound") : Words::tr("Silent");
    if (option == "quality"_L1) {
        if (value == "low"_L1)
            return Words::tr("Low");
        if (value == "medium"_L1)
            return Words::tr("Medium");
        if (value == "high"_L1)
            return Words::tr("High");
        if (value == "xhigh"_L1)
            return Words::tr("Very high");
        if (value == "max"_L1)
            return Words::tr("Highest");
    }
    if (option == "background"_L1)
        return value == "transparent"_L1 ? Words::tr("Transparent")
            : value == "opaque"_L1       ? Words::tr("Opaque")
                                         : value;
    return value;
}

QString inputLabel(const QString &kind)
{
    if (kind == "mask"_L1)
        return Words::tr("Mask");
    if (kind == "first-frame"_L1)
        return Words::tr("First frame");
    if (kind == "last-frame"_L1)
        return Words::tr("Last frame");
    return Words::tr("Start from");
}

} // namespace keyway
