#include "core/catalogue/modelnames.h"

#include <QtCore/QDate>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

QString withoutDate(QStringView name)
{
    for (const auto &[length, format] :
         {std::pair(10, u"yyyy-MM-dd"_s), std::pair(8, u"yyyyMMdd"_s)}) {
        if (name.size() <= length + 1 || name.at(name.size() - length - 1) != u'-')
            continue;
        if (QDate::fromString(name.right(length).toString(), format).isValid())
            return name.left(name.size() - length - 1).toString();
    }
    return {};
}

} // namespace keyway
