#include "gallerymodel.h"

#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtCore/QHash>
#include <QtCore/QMimeData>
#include <QtCore/QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

/// 0:04
QString length(int seconds)
{
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

} // namespace

QString pictureTitle(const PictureValue &picture)
{
    const QString title = picture.prompt.trimmed().section(u'\n', 0, 0).simplified();
    return title.isEmpty() ? picture.fileName() : title;
}

QList<PictureValue> GalleryModel::visible(const QList<PictureValue> &pictures) const
{
    QList<PictureValue> shown;
    for (const PictureValue &picture : pictures) {
        if (!m_hidden.contains(picture.path))
            shown.append(picture);
    }
    return shown;
}

void GalleryModel::setWindow(const GalleryWindow &window, const QDateTime &now)
{
    m_now = now;
    // An answer to what was asked before comes too late.
    m_asked = false;
    const QList<PictureValue> fresh = visible(window.pictures);
    if (merge(fresh, window.more))
        return;
    beginResetModel();
    m_rows = fresh;
    m_more = window.more;
    endResetModel();
}

/// Brings the rows up to date one by one, so that nothing that looks at one loses it; false where
/// the window is another one altogether.
bool GalleryModel::merge(const QList<PictureValue> &fresh, bool goesOn)
{
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < fresh.size(); ++i)
        places.insert(fresh.at(i).path, i);
    // Rows behind the window were loaded before and stay.
    qsizetype end = goesOn ? 0 : m_rows.size();
    qsizetype last = -1;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const qsizetype place = places.value(m_rows.at(i).path, -1);
        if (place < 0)
            continue;
        if (place < last)
            return false;
        last = place;
        end = std::max(end, i + 1);
    }
    if (last < 0)
        return false;
    for (qsizetype i = end - 1; i >= 0; --i) {
        if (places.contains(m_rows.at(i).path))
            continue;
        beginRemoveRows({}, int(i), int(i));
        m_rows.removeAt(i);
        endRemoveRows();
        --end;
    }
    if (end == m_rows.size())
        m_more = goesOn;
    const auto known = [&](qsizetype row, qsizetype place) {
        return row < m_rows.size() && m_rows.at(row).path == fresh.at(place).path;
    };
    for (qsizetype i = 0; i < fresh.size(); ++i) {
        if (known(i, i)) {
            m_rows[i] = fresh.at(i); // costs and dates may read differently now
            continue;
        }
        qsizetype more = i + 1; // behind those that come together
        while (more < fresh.size() && !known(i, more))
            ++more;
        beginInsertRows({}, int(i), int(more) - 1);
        m_rows = m_rows.first(i) + fresh.mid(i, more - i) + m_rows.mid(i);
        endInsertRows();
        i = more - 1;
    }
    Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
    return true;
}

void GalleryModel::append(const GalleryWindow &window)
{
    m_more = window.more;
    m_asked = false;
    const QList<PictureValue> fresh = visible(window.pictures);
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + fresh.size()) - 1);
    m_rows += fresh;
    endInsertRows();
}

void GalleryModel::hide(const QList<PictureValue> &pictures)
{
    for (const PictureValue &picture : pictures) {
        m_hidden.insert(picture.path);
        const QModelIndex found = indexOf(picture.path);
        if (!found.isValid())
            continue;
        beginRemoveRows({}, found.row(), found.row());
        m_rows.removeAt(found.row());
        endRemoveRows();
    }
}

void GalleryModel::unhide(const QList<PictureValue> &pictures)
{
    for (const PictureValue &picture : pictures) {
        if (!m_hidden.remove(picture.path) || indexOf(picture.path).isValid())
            continue;
        const auto place
            = std::lower_bound(m_rows.begin(), m_rows.end(), picture,
                               [](const PictureValue &a, const PictureValue &b) {
                                   // As the store gives them: by the time that
                                   // they were asked for.
                                   return a.job == b.job ? a.path < b.path : b.job < a.job;
                               });
        const int row = int(place - m_rows.begin());
        beginInsertRows({}, row, row);
        m_rows.insert(row, picture);
        endInsertRows();
    }
}

const PictureValue *GalleryModel::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

const PictureValue *GalleryModel::at(const QModelIndex &index) const
{
    return index.isValid() ? at(index.row()) : nullptr;
}

std::optional<PictureValue> GalleryModel::last() const
{
    return m_rows.isEmpty() ? std::nullopt : std::optional(m_rows.last());
}

QModelIndex GalleryModel::indexOf(const QString &path) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).path == path)
            return index(i);
    }
    return {};
}

int GalleryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant GalleryModel::data(const QModelIndex &index, int role) const
{
    const PictureValue *picture = at(index);
    if (!picture)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return pictureTitle(*picture);
    case Qt::ToolTipRole:
        return picture->prompt.trimmed().left(400);
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3, %4")
            .arg(pictureTitle(*picture),
                 picture->type == RequestType::Video ? tr("video") : tr("image"),
                 picture->costState == CostState::Unknown ? words::moneyOf(CostState::Unknown, {})
                                                          : words::spokenMoney(picture->cost),
                 words::moment(picture->madeAt, m_now));
    case Path:
        return picture->path;
    case ServiceId:
        return picture->service;
    case Line:
        return tr("%1 · %2").arg(words::moneyOf(picture->costState, picture->cost),
                                 words::moment(picture->madeAt, m_now));
    case LengthTag:
        return picture->type == RequestType::Video && picture->seconds > 0
            ? length(picture->seconds)
            : QString();
    case IsVideo:
        return picture->type == RequestType::Video;
    default:
        return {};
    }
}

Qt::ItemFlags GalleryModel::flags(const QModelIndex &index) const
{
    if (!at(index))
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled
        | Qt::ItemNeverHasChildren;
}

bool GalleryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_asked;
}

void GalleryModel::fetchMore(const QModelIndex &)
{
    m_asked = true;
    Q_EMIT moreNeeded();
}

QStringList GalleryModel::mimeTypes() const
{
    return {u"text/uri-list"_s};
}

QMimeData *GalleryModel::mimeData(const QModelIndexList &indexes) const
{
    QList<QUrl> urls;
    for (const QModelIndex &index : indexes) {
        if (const PictureValue *picture = at(index))
            urls.append(QUrl::fromLocalFile(picture->path));
    }
    if (urls.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setUrls(urls);
    return data;
}

} // namespace keyway
