#pragma once

#include "ui/widgets/rowtable.h"

namespace keyway {

/// What a row is about: the service whose tile stands before its name; where that is empty, an
/// icon. For every table of the page.
enum SubjectRole { ServiceRole = Qt::UserRole, ServiceNameRole, IconRole, FirstOwnRole };

/// Draws the tile or icon of what a row is about before the text of its first column.
class SubjectDelegate : public RowDelegate {
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter &painter, const Theme &theme, const QRectF &cell,
                   const QModelIndex &index) const override;
    /// Where the name begins behind it.
    static qreal paintTile(QPainter &painter, const Theme &theme, const QRectF &cell,
                           const QModelIndex &index);
};

/// A table as high as its rows. F2 opens one, too, and Del takes it away.
class SubjectTable : public RowTable {
    Q_OBJECT
public:
    SubjectTable(QAbstractItemModel *model, const QString &name, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removeRequested(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace keyway
