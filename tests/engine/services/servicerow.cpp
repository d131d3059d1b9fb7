#include "tests/engine/services/servicerow.h"

namespace keyway::engine {

using namespace Qt::StringLiterals;

QString nameOf(Situation situation)
{
    switch (situation) {
    case Situation::Success:
        return u"success"_s;
    case Situation::CutInText:
        return u"cut in the text"_s;
    case Situation::CutInBody:
        return u"cut in the body"_s;
    case Situation::LostAnswer:
        return u"lost answer"_s;
    case Situation::BadKey:
        return u"bad key"_s;
    case Situation::OutOfMoney:
        return u"out of money"_s;
    case Situation::RateLimit:
        return u"rate limit"_s;
    case Situation::Overloaded:
        return u"overloaded"_s;
    case Situation::Refusal:
        return u"refusal"_s;
    case Situation::Redirect:
        return u"redirect"_s;
    case Situation::FailedJob:
        return u"failed job"_s;
    case Situation::RedirectedResult:
        return u"redirected result"_s;
    }
    return {};
}

Money RowPrices::of(const TokenUsage &usage) const
{
    return Money::fromNano(usage[Counter::InUncached] * in + usage[Counter::InCacheRead] * cacheRead
                           + usage[Counter::InCacheWriteA] * cacheWrite
                           + usage[Counter::InImage] * inImage + usage[Counter::OutText] * outText
                           + usage[Counter::OutImage] * outImage + usage[Counter::Images] * picture
                           + usage[Counter::VideoSeconds] * second
                           + usage[Counter::CallsWebSearch] * search);
}

bool ServiceRow::knows(Situation situation) const
{
    switch (situation) {
    case Situation::CutInText:
        return type == RequestType::Text;
    case Situation::CutInBody:
        return type != RequestType::Text;
    case Situation::OutOfMoney:
        return outOfMoney.has_value();
    case Situation::Refusal:
        return refusal.has_value();
    case Situation::FailedJob:
        return failedJob.has_value();
    case Situation::RedirectedResult:
        return failedJob.has_value() && linked;
    default:
        return true;
    }
}

Money ServiceRow::cost() const
{
    if (stated)
        return *stated;
    return prices ? prices->of(usage) : Money();
}

CostState ServiceRow::costState() const
{
    if (!stated && !prices)
        return CostState::Unknown;
    return stated || reported ? CostState::Exact : CostState::Estimated;
}

} // namespace keyway::engine
