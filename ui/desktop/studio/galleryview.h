#pragma once

#include <QtWidgets/QListView>
#include <QtWidgets/QStyledItemDelegate>

namespace keyway {

class Thumbnails;

/// Tiles in as many columns as fit. Only what is in sight is painted, and only that is decoded.
class GalleryView : public QListView {
    Q_OBJECT
public:
    explicit GalleryView(Thumbnails *thumbnails, QWidget *parent = nullptr);
    int columns() const;

Q_SIGNALS:
    /// Enter or a double click.
    void opened(const QModelIndex &index);
    void menuWanted(const QPoint &globalPosition);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void changeEvent(QEvent *event) override;

private:
    void adapt();

    Thumbnails *m_thumbnails;
};

/// A picture with round corners, its title, its service with cost and time.
class GalleryDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit GalleryDelegate(Thumbnails *thumbnails, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Of a cell this wide, gaps included.
    static int heightFor(const QWidget *view, int width);

private:
    Thumbnails *m_thumbnails;
};

} // namespace keyway
