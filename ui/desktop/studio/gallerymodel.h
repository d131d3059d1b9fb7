#pragma once

#include "ui/desktop/studio/studiovalues.h"

#include <QtCore/QAbstractListModel>

namespace keyway {

/// What was made, newest first, loaded window by window as the view comes near the end. Pictures
/// that wait for their Undo are left out.
class GalleryModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { Path = Qt::UserRole, ServiceId, Line, LengthTag, IsVideo };
    using QAbstractListModel::QAbstractListModel;

    /// The first window as it is now; rows that stay are the same rows.
    void setWindow(const GalleryWindow &window, const QDateTime &now);
    void append(const GalleryWindow &window);
    /// Until shown() or the next window without them.
    void hide(const QList<PictureValue> &pictures);
    void unhide(const QList<PictureValue> &pictures);

    const PictureValue *at(const QModelIndex &index) const;
    const PictureValue *at(int row) const;
    std::optional<PictureValue> last() const;
    QModelIndex indexOf(const QString &path) const;
    QList<PictureValue> pictures() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

Q_SIGNALS:
    /// The window after the last row is needed.
    void moreNeeded();

private:
    bool merge(const QList<PictureValue> &fresh, bool goesOn);
    QList<PictureValue> visible(const QList<PictureValue> &pictures) const;

    QList<PictureValue> m_rows;
    QSet<QString> m_hidden; ///< by path
    QDateTime m_now;
    bool m_more = false;
    bool m_asked = false;
};

/// "Lighthouse at first light": the first words of a prompt.
QString pictureTitle(const PictureValue &picture);

} // namespace keyway
